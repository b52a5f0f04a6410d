package org.didaccess.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.didaccess.agreement.domain.AgreementTransitions;
import org.didaccess.application.domain.ApplicationTransitions;
import org.didaccess.release.domain.ExtractStates;
import org.didaccess.sde.domain.WorkspaceStates;
import org.didaccess.shared.StateTable;

/** The state diagrams of all aggregates, from their tables. */
final class StateDiagrams {

  private static final Map<String, StateTable<?, ?>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("DataAccessApplication", ApplicationTransitions.TABLE);
    TABLES.put("DataSharingAgreement", AgreementTransitions.TABLE);
    TABLES.put("Extract", ExtractStates.table());
    TABLES.put("Workspace", WorkspaceStates.table());
  }

  private StateDiagrams() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder("# States\n\nGenerated from the transition tables; do not edit.\n");
    TABLES.forEach(
        (name, table) ->
            text.append("\n## ")
                .append(name)
                .append("\n\n```mermaid\n")
                .append(table.mermaid())
                .append("```\n\n")
                .append(table.turnTable()));
    return text.toString();
  }
}
