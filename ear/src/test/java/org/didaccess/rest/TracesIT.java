package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.didaccess.harness.RunningProduct;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.junit.jupiter.api.Test;

/** Rows that carry a recipient's mark name the recipient, and the trail keeps who asked. */
class TracesIT {
  private final Scene scene = Scene.shared();

  @Test
  void a_leaked_column_names_the_agreement_and_its_recipient() {
    Answer answer = Leak.traced(Who.DATA_MANAGER.caller(), "token\n" + marked(40));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.object().getInt("tokensTested")).isEqualTo(40);
    assertThat(answer.object().getJsonArray("named")).hasSize(1);
    JsonObject named = answer.object().getJsonArray("named").getJsonObject(0);
    assertThat(named.getString("agreement")).isEqualTo(scene.things().agreement());
    assertThat(named.getString("recipient")).isEqualTo(scene.university());
    assertThat(named.getInt("matches")).isEqualTo(40);
    assertThat(named.getJsonNumber("falseMatchLog10").doubleValue()).isLessThan(-300);
  }

  @Test
  void the_trail_keeps_that_it_was_asked_and_nothing_of_the_file() {
    String leaked = marked(1);
    Leak.traced(Who.AUDITOR.caller(), leaked);
    String trail = Who.AUDITOR.caller().get("/audit?kind=trace").body();
    assertThat(trail).contains("traced", scene.things().agreement()).doesNotContain(leaked.strip());
  }

  @Test
  void a_file_without_tokens_says_what_to_do() {
    Answer answer = Leak.traced(Who.DATA_MANAGER.caller(), "age,sex\n63,F\n");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail()).contains("32 hexadecimal digits", "as CSV first");
  }

  @Test
  void tokens_of_nobody_name_nobody() {
    Answer answer = Leak.traced(Who.DATA_MANAGER.caller(), "0123456789abcdef0123456789abcdef\n");
    assertThat(answer.object().getJsonArray("named")).isEmpty();
  }

  /** Tokens as the engine marks them, by the key that the running product made. */
  private String marked(int count) {
    Path home = RunningProduct.shared().home().folder();
    Watermark watermark =
        new FileWatermarkKeys(KeyFolders.under(home))
            .of(UUID.fromString(scene.things().agreement()), UUID.fromString(scene.university()))
            .watermark();
    Random random = new Random(count);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      byte[] token = new byte[16];
      random.nextBytes(token);
      watermark.write(token);
      text.append(HexFormat.of().formatHex(token)).append('\n');
    }
    return text.toString();
  }
}
