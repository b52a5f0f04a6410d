package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A published package leaves by a link of the recipient's own, while its agreement is in force. */
class DownloadsIT {
  private final Scene scene = Scene.shared();
  private final String agreement = "/agreements/" + scene.things().agreement();
  private final String links = "/releases/" + scene.things().release() + "/links";
  private final Caller recipient = Who.RESEARCHER.caller();
  private final Caller officer = Who.OFFICER.caller();

  @AfterEach
  void goOn() {
    if (officer.get(agreement).object().getString("status").equals("SUSPENDED")) {
      officer.post(
          agreement + "/resumption",
          Json.createObjectBuilder()
              .add("reason", "The question is answered.")
              .add("confirmation", Caller.confirmation())
              .build());
    }
  }

  @Test
  void the_named_recipient_downloads_it() {
    assertThat(recipient.get(linkOf(recipient)).status()).isEqualTo(200);
  }

  @Test
  void nobody_else_opens_the_recipients_link_and_it_looks_like_none() {
    String link = linkOf(recipient);
    Answer none = scene.asStranger().get("/downloads/no-such-link");
    assertThat(none.status()).isEqualTo(404);
    assertThat(scene.asStranger().get(link)).isEqualTo(none);
    assertThat(Who.DATA_MANAGER.caller().get(link)).isEqualTo(none);
  }

  @Test
  void whoever_is_not_named_gets_no_link() {
    assertThat(Who.DATA_MANAGER.caller().send(Call.of("POST", links)).status()).isEqualTo(404);
    assertThat(scene.asStranger().send(Call.of("POST", links)).status()).isEqualTo(404);
  }

  @Test
  void a_suspension_stops_links_old_and_new_until_it_is_lifted() {
    String link = linkOf(recipient);
    officer.post(agreement + "/suspension", reason());
    assertThat(recipient.get(link))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(409))
        .satisfies(answer -> assertThat(answer.detail()).contains("not active now"));
    assertThat(recipient.send(Call.of("POST", links)).status()).isEqualTo(409);
    goOn();
    assertThat(recipient.get(link).status()).isEqualTo(200);
  }

  private String linkOf(Caller caller) {
    return "/downloads/" + caller.send(Call.of("POST", links)).object().getString("token");
  }

  private static JsonObject reason() {
    return Json.createObjectBuilder().add("reason", "A question is open.").build();
  }
}
