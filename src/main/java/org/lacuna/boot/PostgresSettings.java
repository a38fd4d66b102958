package org.lacuna.boot;

/** The text of PostgreSQL's two settings files. They are ours: written anew at each start. */
final class PostgresSettings {
    private PostgresSettings() {}

    /**
     * {@code postgresql.conf}. What is logged is chosen for the people in the tables: an error's text can quote the
     * value that caused it and its detail the whole row, so errors go to the client alone ({@code log_min_messages} of
     * {@code log} keeps starts, stops, crashes and refused log-ins), without statement, parameter, detail or address.
     */
    static String main(int port, Durability durability) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = 'scram-sha-256'

                fsync = %2$s
                full_page_writes = %2$s
                synchronous_commit = %2$s

                log_destination = 'stderr'
                logging_collector = off
                log_line_prefix = '%%m [%%p] '
                log_timezone = 'UTC'
                log_min_messages = 'log'
                log_min_error_statement = 'panic'
                log_error_verbosity = 'terse'
                log_statement = 'none'
                log_min_duration_statement = -1
                log_autovacuum_min_duration = -1
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_connections = off
                log_disconnections = off
                log_hostname = off
                log_checkpoints = off
                log_lock_waits = off

                timezone = 'UTC'
                datestyle = 'iso, ymd'
                default_text_search_config = 'pg_catalog.simple'
                """.formatted(port, durability.setting());
    }

    /** {@code pg_hba.conf}: one role, one database, from this machine, with its password. Everything else is refused. */
    static String whoMayConnect() {
        return "host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(PostgresCluster.DATABASE, PostgresCluster.ROLE);
    }
}
