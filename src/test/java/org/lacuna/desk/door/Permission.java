package org.lacuna.desk.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A line of {@code desk/permissions.csv}. */
record Permission(String operation, String method, String path, String whose, boolean everybody, Set<DeskRole> roles) {
    static List<Permission> all() {
        try (InputStream file = Permission.class.getResourceAsStream("/desk/permissions.csv")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<DeskRole> columns = Arrays.stream(lines.get(0).split(","))
                    .skip(5)
                    .map(DeskRole::of)
                    .toList();
            return lines.stream()
                    .skip(1)
                    .map(line -> read(line.split(","), columns))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Permission read(String[] cells, List<DeskRole> columns) {
        if (cells.length != 5 + columns.size()
                || !List.of("any", "own", "other").contains(cells[3])) {
            throw new IllegalStateException("not a line of the matrix: " + String.join(",", cells));
        }
        Set<DeskRole> roles = EnumSet.noneOf(DeskRole.class);
        for (int i = 0; i < columns.size(); i++) {
            if (yes(cells[5 + i])) {
                roles.add(columns.get(i));
            }
        }
        return new Permission(cells[0], cells[1], cells[2], cells[3], yes(cells[4]), roles);
    }

    private static boolean yes(String cell) {
        if (!cell.equals("yes") && !cell.equals("no")) {
            throw new IllegalStateException("expected yes or no in the matrix, found " + cell);
        }
        return cell.equals("yes");
    }

    String line() {
        return operation + "," + method + "," + path;
    }
}
