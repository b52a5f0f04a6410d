package org.didaccess.release.bag;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.WrittenPartition;

/** Describes the data as a Frictionless tabular data package, one resource a month. */
final class DataPackageJson {

  private DataPackageJson() {}

  static byte[] dataPackage(PackageDescription description) {
    JsonArrayBuilder resources = Json.createArrayBuilder();
    description.partitions().forEach(partition -> resources.add(resource(partition)));
    return JsonText.write(
        Json.createObjectBuilder()
            .add("profile", "tabular-data-package")
            .add("name", description.reference().toLowerCase(Locale.ROOT))
            .add("title", description.title())
            .add("version", description.productVersion())
            .add("agreement", description.agreementReference())
            .add("compression", CsvCompression.description())
            .add("rows", description.rows())
            .add("resources", resources)
            .build());
  }

  static byte[] schema(PackageDescription description) {
    JsonArrayBuilder fields = Json.createArrayBuilder();
    description.columns().forEach(column -> fields.add(field(column)));
    return JsonText.write(
        Json.createObjectBuilder()
            .add("fields", fields)
            .add("missingValues", Json.createArrayBuilder().add(""))
            .build());
  }

  private static JsonObjectBuilder resource(WrittenPartition partition) {
    return Json.createObjectBuilder()
        .add("profile", "tabular-data-resource")
        .add("name", "month-" + partition.month())
        .add("path", BagNames.data(partition.month()))
        .add("format", "csv")
        .add("mediatype", "text/csv")
        .add("encoding", "utf-8")
        .add("compression", "zst")
        .add("bytes", partition.bytes())
        .add("hash", "sha512:" + partition.sha512())
        .add("rows", partition.rows())
        .add(
            "dialect",
            Json.createObjectBuilder()
                .add("delimiter", ",")
                .add("lineTerminator", "\n")
                .add("quoteChar", "\"")
                .add("doubleQuote", true)
                .add("header", true))
        .add("schema", BagNames.SCHEMA);
  }

  private static JsonObjectBuilder field(DescribedColumn described) {
    ColumnKind kind = described.column().kind();
    JsonObjectBuilder field =
        Json.createObjectBuilder()
            .add("name", described.column().name())
            .add("type", kind.frictionlessType())
            .add("title", described.title())
            .add("description", described.description());
    if (kind == ColumnKind.DATE) {
      field.add("format", "%Y-%m-%d");
    }
    if (kind == ColumnKind.PERSON_TOKEN || kind == ColumnKind.RECORD_TOKEN) {
      field.add("constraints", Json.createObjectBuilder().add("pattern", "[0-9a-f]{32}"));
    }
    return field;
  }
}
