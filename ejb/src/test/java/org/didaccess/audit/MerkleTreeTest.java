package org.didaccess.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.didaccess.audit.domain.MerkleFrontier;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /** The leaves and roots of Certificate Transparency's reference tests. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_roots_are_those_of_the_standard_s_reference_tests() {
    MerkleFrontier tree = new MerkleFrontier();
    List<String> roots = new ArrayList<>(List.of(hex(tree.root())));
    for (String leaf : LEAVES) {
      tree.append(HexFormat.of().parseHex(leaf));
      roots.add(hex(tree.root()));
    }

    assertThat(roots).isEqualTo(ROOTS);
  }

  @Test
  void the_growing_tree_equals_the_recursive_definition_at_every_size() throws Exception {
    MerkleFrontier tree = new MerkleFrontier();
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      byte[] leaf = {(byte) i, 7};
      leaves.add(leaf);
      tree.append(leaf);
      assertThat(tree.root()).isEqualTo(byDefinition(leaves));
    }
    assertThat(tree.size()).isEqualTo(130);
  }

  private static byte[] byDefinition(List<byte[]> leaves) throws Exception {
    if (leaves.size() == 1) {
      return hash(new byte[] {0}, leaves.get(0));
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = byDefinition(leaves.subList(0, split));
    byte[] right = byDefinition(leaves.subList(split, leaves.size()));
    return hash(new byte[] {1}, left, right);
  }

  private static byte[] hash(byte[]... parts) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
