package org.didaccess.source.synthetic;

import static org.didaccess.source.domain.Item.BIRTH_DATE;
import static org.didaccess.source.domain.Item.ETHNIC_CATEGORY;
import static org.didaccess.source.domain.Item.GENDER;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NHS_NUMBER;
import static org.didaccess.source.domain.Item.NHS_NUMBER_STATUS;
import static org.didaccess.source.domain.Item.POSTCODE;
import static org.didaccess.source.synthetic.Fault.alone;
import static org.didaccess.source.synthetic.Fault.with;

import java.util.List;

/** Faults in who the patient is. */
final class PatientFaults {

  private PatientFaults() {}

  static List<Fault> all() {
    return List.of(
        alone("DIDS001", row -> row.with(NHS_NUMBER, "9990000019")),
        alone("DIDS001", row -> row.with(NHS_NUMBER, "1234554321")),
        with("DIDS002", "DIDS001", row -> row.with(NHS_NUMBER, "999000001")),
        alone("DIDS003", row -> row.with(NHS_NUMBER_STATUS, "09")),
        alone("DIDS012", row -> row.with(ETHNIC_CATEGORY, "I")),
        alone("DIDS014", row -> row.with(GENDER, "3")),
        alone("DIDS016", row -> row.with(POSTCODE, row.codes().unknownPostcode())),
        alone("DIDS017", row -> row.with(POSTCODE, "ZZ99")),
        alone("DIDS073", PatientFaults::nobody),
        alone("DIDS074", row -> nobody(row).with(POSTCODE, "ZZ99 3VZ")));
  }

  private static FaultyRow nobody(FaultyRow row) {
    return row.without(NHS_NUMBER, BIRTH_DATE, ETHNIC_CATEGORY, GENDER, POSTCODE, GP_PRACTICE);
  }
}
