package org.didaccess.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may call what: written by hand, so that no declaration in the code vouches for itself. */
final class AccessTable {
  private static final String ROWS =
      """
      GET    /agreements                                     signed-in
      POST   /agreements                                     officer
      GET    /agreements/{id}                                signed-in
      GET    /agreements/{id}/cohort                         signed-in
      POST   /agreements/{id}/cohort                         data-manager
      POST   /agreements/{id}/destruction                    officer
      POST   /agreements/{id}/end                            signed-in
      POST   /agreements/{id}/resumption                     officer
      POST   /agreements/{id}/revocation                     signed-in
      POST   /agreements/{id}/signatures                     signatory
      POST   /agreements/{id}/suspension                     signed-in
      GET    /agreements/{id}/text                           signed-in
      GET    /applications                                   officer auditor administrator
      POST   /applications                                   signed-in
      GET    /applications/mine                              signed-in
      GET    /applications/versions/{version}                signed-in
      GET    /applications/{id}                              signed-in
      POST   /applications/{id}/acceptance                   signed-in
      PUT    /applications/{id}/answers/{section}            signed-in
      PUT    /applications/{id}/recipients                   signed-in
      PUT    /applications/{id}/selection                    signed-in
      POST   /applications/{id}/submission                   signed-in
      POST   /applications/{id}/withdrawal                   signed-in
      GET    /audit                                          auditor administrator
      POST   /audit/checkpoints                              auditor administrator
      GET    /audit/export                                   auditor administrator
      GET    /audit/signer-key                               everybody
      GET    /data-sets                                      everybody
      POST   /data-sets/controllerships                      administrator
      POST   /data-sets/successions                          officer
      GET    /data-sets/{code}                               everybody
      GET    /data-sets/{code}/slots                         everybody
      GET    /data-sets/{code}/versions/{version}/fields     everybody
      GET    /data-sets/{code}/versions/{version}/filters    everybody
      GET    /downloads/signer-key                           everybody
      GET    /downloads/{token}                              signed-in
      GET    /health/live                                    everybody
      GET    /health/ready                                   everybody
      GET    /notices                                        signed-in
      POST   /notices/{notice}/reading                       signed-in
      GET    /objections                                     data-manager auditor administrator
      POST   /objections                                     data-manager
      GET    /organisations                                  signed-in
      POST   /organisations                                  officer administrator
      POST   /organisations/endings                          officer administrator
      GET    /organisations/{id}                             signed-in
      GET    /people                                         officer auditor administrator
      POST   /people                                         administrator
      DELETE /people/seats/{seat}                            administrator
      GET    /people/summaries                               signed-in
      GET    /people/{id}                                    signed-in
      POST   /people/{id}/end                                administrator
      POST   /people/{id}/reset                              administrator
      POST   /people/{id}/roles                              administrator
      DELETE /people/{id}/roles/{role}                       administrator
      POST   /people/{id}/seats                              officer administrator
      GET    /processes/incidents                            administrator
      POST   /processes/incidents/{incident}/retry           administrator
      GET    /processes/{process}/{business}/diagram         signed-in
      GET    /quality/months/{month}                         data-manager auditor administrator
      GET    /quality/months/{month}/csv                     data-manager auditor administrator
      GET    /quality/submissions/{submission}               data-manager auditor administrator
      GET    /quality/submissions/{submission}/cut           data-manager auditor administrator
      GET    /quality/submissions/{submission}/csv           data-manager auditor administrator
      GET    /quality/submitters/{submitter}                 data-manager auditor administrator
      GET    /quality/submitters/{submitter}/csv             data-manager auditor administrator
      GET    /references                                     data-manager auditor administrator
      PUT    /references/current                             data-manager
      POST   /references/{name}                              data-manager
      GET    /register                                       everybody
      GET    /register/{reference}                           everybody
      GET    /releases                                       signed-in
      POST   /releases                                       data-manager
      GET    /releases/{id}                                  signed-in
      POST   /releases/{id}/cancellation                     data-manager
      POST   /releases/{id}/pause                            data-manager
      POST   /releases/{id}/resumption                       data-manager
      POST   /releases/{id}/check                            data-manager
      POST   /releases/{id}/destruction                      signed-in
      GET    /releases/{id}/findings                         data-manager
      POST   /releases/{id}/links                            signed-in
      GET    /releases/{id}/progress                         signed-in
      POST   /releases/{id}/publication                      data-manager
      POST   /releases/{id}/recall                           data-manager officer
      GET    /reviews                                        panel
      POST   /reviews/conditions/{condition}/evidence        officer panel
      POST   /reviews/decisions/{decision}/withdrawal        panel
      GET    /reviews/of-application/{application}           signed-in
      GET    /reviews/{version}/{controllership}             panel officer auditor
      POST   /reviews/{version}/{controllership}/decisions   panel
      POST   /reviews/{version}/{controllership}/votes       panel
      POST   /secret                                         everybody
      PUT    /secret                                         signed-in
      DELETE /session                                        signed-in
      GET    /session                                        signed-in
      POST   /session                                        everybody
      GET    /standing-orders                                signed-in
      POST   /standing-orders                                data-manager
      POST   /standing-orders/{id}/end                       data-manager officer
      GET    /submissions                                    data-manager auditor administrator
      POST   /submissions                                    data-manager
      POST   /submissions/checks                             data-manager
      DELETE /submissions/uploads/{upload}                   data-manager
      GET    /submissions/uploads/{upload}                   data-manager
      GET    /submissions/{submission}/withdrawal            data-manager auditor administrator
      POST   /submissions/{submission}/withdrawal            data-manager
      GET    /synthetic-extracts/{application}               signed-in
      POST   /traces                                         data-manager auditor
      GET    /triage                                         officer
      POST   /triage/{application}                           officer
      GET    /workspaces                                     signed-in
      POST   /workspaces                                     data-manager
      GET    /workspaces/drift                               auditor administrator
      GET    /workspaces/{id}                                signed-in
      POST   /workspaces/{id}/closing                        data-manager officer
      POST   /workspaces/{id}/credentials                    signed-in
      POST   /workspaces/{id}/pause                          data-manager
      GET    /workspaces/{id}/progress                       signed-in
      POST   /workspaces/{id}/resumption                     data-manager
      """;

  private AccessTable() {}

  /** Who may, by operation. */
  static Map<String, Set<Who>> rows() {
    Map<String, Set<Who>> rows = new TreeMap<>();
    ROWS.lines()
        .map(line -> line.strip().split("\\s+"))
        .forEach(words -> rows.put(words[0] + " " + words[1], who(words)));
    return rows;
  }

  private static Set<Who> who(String[] words) {
    Set<Who> who = EnumSet.noneOf(Who.class);
    Arrays.stream(words, 2, words.length).forEach(word -> who.addAll(who(word)));
    return who;
  }

  private static Set<Who> who(String word) {
    return switch (word) {
      case "everybody" -> EnumSet.allOf(Who.class);
      case "signed-in" -> EnumSet.complementOf(EnumSet.of(Who.NOBODY));
      default -> EnumSet.of(Who.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
    };
  }
}
