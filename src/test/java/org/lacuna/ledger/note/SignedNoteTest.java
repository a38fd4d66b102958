package org.lacuna.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.Corpus;

class SignedNoteTest {
    /** The example of the specification, chapter "Example". */
    private static final NoteKey KEY =
            NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String NOTE = "This is an example message.\n\n"
            + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_note_of_the_specification_is_signed() {
        assertThat(note(NOTE).signedBy(KEY)).isTrue();
        assertThat(note(NOTE)).hasToString(NOTE);
    }

    @Test
    void the_vector_of_others_is_signed() throws IOException {
        JsonNode vector = new ObjectMapper()
                .readTree(
                        Corpus.folder("tlog").resolve("signed-note-vector.json").toFile());
        NoteKey key = NoteKey.parse(vector.path("vkey").textValue());
        SignedNote note = note(vector.path("signed").textValue());
        assertThat(note.text()).isEqualTo(vector.path("text").textValue());
        assertThat(note.signedBy(key)).isTrue();
    }

    @Test
    void the_checkpoints_of_a_log_that_others_made_are_read() throws IOException {
        SignedNote note =
                SignedNote.parse(Files.readAllBytes(Corpus.folder("tlog").resolve("tessera/log/checkpoint")));
        Checkpoint read = Checkpoint.parse(note.text());
        assertThat(read.head().size()).isEqualTo(15);
        assertThat(read.text()).isEqualTo(note.text());
    }

    @Test
    void a_changed_text_under_a_known_key_is_refused_and_an_unknown_key_proves_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> note(NOTE.replace("example message", "example massage"))
                .signedBy(KEY));
        NoteKey other = new NoteKey("example.com/other", NoteKey.NOTE, KEY.key());
        assertThat(note(NOTE).signedBy(other)).isFalse();
    }

    @Test
    void a_forged_signature_behind_a_good_one_of_the_same_key_is_noticed() {
        String line = NOTE.substring(NOTE.lastIndexOf('\u2014'));
        int middle = line.length() / 2;
        String forged =
                line.substring(0, middle) + (line.charAt(middle) == 'A' ? 'B' : 'A') + line.substring(middle + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> note(NOTE + forged).signedBy(KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n— example.com/foo Uw2QOg==\n",
                "text\n\n— example.com/foo Uw2QOkn8",
                "text\n\n- example.com/foo Uw2QOkn8\n",
                "text\n\n— a b Uw2QOkn8\n",
                "text\n\n— a+b Uw2QOkn8\n",
                "te\u0007xt\n\n— a Uw2QOkn8\n",
                "text\r\n\n— a Uw2QOkn8\n",
                "text\n\n— a Uw2QOkn8\nmore\n",
                "text\n\n— a U*2QOkn8\n",
                // without its padding, with too much of it, and with bits that nothing reads
                "text\n\n— a Uw2QOkk\n",
                "text\n\n— a Uw2QOkk==\n",
                "text\n\n— a Uw2QOkl=\n",
                "text\n\n— a Uw2QOkn8AB==\n"
            })
    void anything_else_is_no_note(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> note(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n01\nZG9uJ3QgY2FyZSAx\n",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void anything_else_is_no_checkpoint(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a+b+c",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void anything_else_is_no_key(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NoteKey.parse(text));
    }
}
