package org.didaccess.documents;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedDocumentsTest {

  @Test
  void the_state_diagrams_are_those_of_the_tables() throws IOException {
    GeneratedDocument.check("state-diagrams.md", StateDiagrams.markdown());
  }

  @Test
  void the_permission_matrix_is_that_of_the_services_and_policies() throws IOException {
    GeneratedDocument.check("permission-matrix.md", PermissionMatrix.markdown());
  }
}
