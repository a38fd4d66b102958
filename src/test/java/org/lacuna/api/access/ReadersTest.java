package org.lacuna.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    private final Readers readers = new Readers(
            new AccessSettings() {
                @Override
                public int perMinute() {
                    return 600;
                }

                @Override
                public int togetherPerMinute() {
                    return 60_000;
                }
            },
            Optional.empty());

    @Test
    void an_address_of_the_old_kind_is_one_reader() {
        assertThat(at("203.0.113.7").name()).isEqualTo(at("203.0.113.7").name());
        assertThat(at("203.0.113.7").name()).isNotEqualTo(at("203.0.113.8").name());
        assertThat(at("203.0.113.7").perMinute()).isEqualTo(600);
        assertThat(at("::ffff:203.0.113.7").name())
                .as("mapped")
                .isEqualTo(at("203.0.113.7").name());
    }

    @Test
    void a_network_of_64_bits_is_one_reader() {
        assertThat(at("2001:db8:1:2::1").name())
                .isEqualTo(at("2001:db8:1:2:ffff:ffff:ffff:ffff").name());
        assertThat(at("2001:db8:1:2::1").name())
                .isNotEqualTo(at("2001:db8:1:3::1").name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.18.0.2",
                "192.168.0.9",
                "169.254.1.1",
                "fd00::1",
                "fe80::1",
                "/run/socket",
                ""
            })
    void whoever_comes_through_a_proxy_that_says_nothing_is_counted_with_all_of_them(String address) {
        assertThat(at(address).everybody()).isTrue();
        assertThat(at(address).perMinute()).isEqualTo(60_000);
        assertThat(readers.at(Optional.empty()).everybody()).isTrue();
    }

    private Reader at(String address) {
        return readers.at(Optional.of(address));
    }
}
