package org.lacuna.desk.door;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of an SVG drawing: one unit for each module, four of margin (ISO/IEC 18004 §9.1). */
record QrPicture(String path, int size) {
    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(path.toString(), code.size + 2 * MARGIN);
    }
}
