package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.release.refresh.RefreshedSource.MONTH;
import static org.didaccess.release.refresh.RefreshedSource.MONTHS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.refresh.RefreshedSource.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipient holds is never guessed from what was damaged. */
class HoldingTest {

  @TempDir private Path folder;
  private RefreshedSource refreshes;

  @BeforeEach
  void a_source() {
    refreshes = new RefreshedSource(folder);
  }

  @Test
  void what_the_recipient_holds_is_not_believed_once_it_was_cut_or_changed() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);
    Path file =
        refreshes
            .refresh(RefreshContent.FULL, null, source)
            .now()
            .folder()
            .resolve(MONTH + ".held");
    byte[] whole = Files.readAllBytes(file);
    Holding holding = new Holding(file.getParent());
    holding.complete(MONTHS);

    byte[] changed = whole.clone();
    changed[20] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(() -> refreshes.refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class)
        .hasMessageContaining("next refresh is in full");
    assertThat(holding.isKept()).isFalse();

    Files.write(file, whole);
    holding.complete(MONTHS);
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    assertThatThrownBy(() -> refreshes.refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    Files.write(file, whole);
    holding.complete(MONTHS);
    Files.delete(file);
    assertThatThrownBy(() -> refreshes.refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    assertThat(holding.isKept()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 71, 73})
  void a_file_that_is_cut_to_any_length_is_damaged_and_not_empty(int length) throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);
    Holding holding = refreshes.refresh(RefreshContent.FULL, null, source).now();
    Path file = holding.folder().resolve(MONTH + ".held");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertThatThrownBy(() -> refreshes.refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    assertThat(holding.isKept()).isFalse();
  }

  @Test
  void a_seal_that_was_cut_off_names_no_months() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);
    Holding holding = refreshes.refresh(RefreshContent.FULL, null, source).now();
    assertThat(holding.months()).isEqualTo(MONTHS);
    Files.writeString(holding.folder().resolve("complete"), MONTH + "\n");
    assertThat(holding.isKept()).isFalse();
    assertThatThrownBy(holding::months).isInstanceOf(DamagedHoldingException.class);
  }
}
