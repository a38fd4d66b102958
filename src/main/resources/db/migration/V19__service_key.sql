-- The public half of the service's key, so that every process knows whether its file holds the right private half, and
-- none makes a second key.
CREATE TABLE service_key (
    one        boolean NOT NULL DEFAULT true,
    public_key bytea   NOT NULL,
    CONSTRAINT service_key_is_one PRIMARY KEY (one),
    CONSTRAINT service_key_is_only_one CHECK (one),
    CONSTRAINT service_key_has_32_bytes CHECK (octet_length(public_key) = 32)
);
CALL keep_insert_only('service_key');
