package org.lacuna.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How what we publish is signed. */
@ConfigMapping(prefix = "lacuna.ledger")
interface LedgerSettings {
    /**
     * An Ed25519 private key in PKCS#8 and PEM, as {@code openssl genpkey -algorithm ed25519} writes it; made at the first
     * start. Processes that answer the public share it; it is backed up, apart from the database.
     */
    @WithDefault("${lacuna.data:data}/keys/service.key")
    Path keyFile();
}
