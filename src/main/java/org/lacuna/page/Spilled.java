package org.lacuna.page;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload.UploadContext;

/** A spilled body as the reader of forms with files wants it. */
record Spilled(String contentType, InputStream body) implements UploadContext {
    private static final int UNKNOWN = -1;

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
        return Optional.ofNullable(contentType).orElse("");
    }

    @Override
    @Deprecated
    public int getContentLength() {
        return UNKNOWN;
    }

    @Override
    public long contentLength() {
        return UNKNOWN;
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }
}
