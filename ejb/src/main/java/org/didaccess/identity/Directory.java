package org.didaccess.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the names of people and organisations by id, many at once: for every capability's views.
 */
public interface Directory {

  /** People by id; an unknown id is missing from the answer. */
  Map<UUID, PersonSummary> people(Collection<UUID> ids);

  /** Organisations by id; an unknown id is missing from the answer. */
  Map<UUID, OrganisationView> organisations(Collection<UUID> ids);

  /** The organisations that people work for; whoever works for none is missing from the answer. */
  Map<UUID, List<MembershipView>> memberships(Collection<UUID> people);

  /** The seats that people hold; whoever holds none is missing from the answer. */
  Map<UUID, List<SeatView>> seats(Collection<UUID> people);

  /** The organisations that a person works for. */
  default List<MembershipView> memberships(UUID person) {
    return memberships(List.of(person)).getOrDefault(person, List.of());
  }

  /** The seats that a person holds. */
  default List<SeatView> seats(UUID person) {
    return seats(List.of(person)).getOrDefault(person, List.of());
  }

  /** One person's summary; a person who is unknown is called so. */
  default PersonSummary person(UUID id) {
    return people(List.of(id)).getOrDefault(id, new PersonSummary(id, "Unknown person", null));
  }

  /** One organisation; one that is unknown is called so. */
  default OrganisationView organisation(UUID id) {
    return organisations(List.of(id))
        .getOrDefault(id, new OrganisationView(id, "", "Unknown organisation", null));
  }
}
