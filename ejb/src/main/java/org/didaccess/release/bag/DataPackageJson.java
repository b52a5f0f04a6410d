package org.didaccess.release.bag;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.WrittenPartition;

/** Describes the data as a Frictionless tabular data package, one resource a month. */
final class DataPackageJson {

  private DataPackageJson() {}

  static byte[] dataPackage(PackageDescription description) {
    JsonArrayBuilder resources = Json.createArrayBuilder();
    description.partitions().forEach(partition -> resources.add(resource(description, partition)));
    description.moreFiles().forEach(file -> resources.add(movedPeople(file)));
    JsonObjectBuilder whole =
        Json.createObjectBuilder()
            .add("profile", "tabular-data-package")
            .add("name", description.reference().toLowerCase(Locale.ROOT))
            .add("title", description.title())
            .add("version", description.productVersion());
    if (description.synthetic()) {
      whole.add("synthetic", true).add("description", description.provenance());
    } else {
      whole.add("agreement", description.agreementReference());
    }
    return JsonText.write(
        whole
            .add("compression", CsvCompression.description(description.format()))
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

  private static JsonObjectBuilder resource(
      PackageDescription description, WrittenPartition partition) {
    ExtractFormat format = description.format();
    JsonObjectBuilder resource =
        Json.createObjectBuilder()
            .add("profile", "tabular-data-resource")
            .add("name", (description.isOfCounts() ? "counts-" : "month-") + partition.month())
            .add("path", description.dataFile(partition))
            .add("format", format.isText() ? "csv" : "parquet")
            .add("mediatype", format.isText() ? "text/csv" : "application/vnd.apache.parquet")
            .add("bytes", partition.bytes())
            .add("hash", "sha512:" + partition.sha512())
            .add("rows", partition.rows())
            .add("schema", BagNames.SCHEMA);
    if (format.isText()) {
      resource.add("encoding", "utf-8").add("dialect", dialect());
    }
    switch (format) {
      case CSV_ZSTD -> resource.add("compression", "zst");
      case CSV_GZIP -> resource.add("compression", "gz");
      default -> {}
    }
    return resource;
  }

  private static JsonObjectBuilder movedPeople(WrittenFile file) {
    return Json.createObjectBuilder()
        .add("profile", "tabular-data-resource")
        .add("name", "moved-people")
        .add("path", file.name())
        .add("format", "csv")
        .add("mediatype", "text/csv")
        .add("bytes", file.bytes())
        .add("hash", "sha512:" + file.sha512())
        .add("rows", file.rows())
        .add("encoding", "utf-8")
        .add("dialect", dialect())
        .add(
            "schema",
            Json.createObjectBuilder()
                .add(
                    "fields",
                    Json.createArrayBuilder()
                        .add(token("FORMER_TOKEN_PERSON_ID", "The token in the refresh before"))
                        .add(token("TOKEN_PERSON_ID", "The token that took its place"))));
  }

  private static JsonObjectBuilder token(String name, String title) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("type", "string")
        .add("title", title)
        .add("constraints", Json.createObjectBuilder().add("pattern", "[0-9a-f]{32}"));
  }

  private static JsonObjectBuilder dialect() {
    return Json.createObjectBuilder()
        .add("delimiter", ",")
        .add("lineTerminator", "\n")
        .add("quoteChar", "\"")
        .add("doubleQuote", true)
        .add("header", true);
  }

  /**
   * As version 2 of the standard has them. They are no constraint: a code that was new when it was
   * sent is still a value.
   */
  private static JsonArrayBuilder categories(List<ValueList.Entry> values, ColumnKind kind) {
    JsonArrayBuilder categories = Json.createArrayBuilder();
    for (ValueList.Entry entry : values) {
      if (entry.meaning().isEmpty()) {
        categories.add(entry.value());
        continue;
      }
      JsonObjectBuilder category = Json.createObjectBuilder();
      if (kind.isWhole()) {
        category.add("value", Long.parseLong(entry.value()));
      } else {
        category.add("value", entry.value());
      }
      categories.add(category.add("label", entry.meaning()));
    }
    return categories;
  }

  private static JsonObjectBuilder field(DescribedColumn described) {
    ColumnKind kind = described.column().kind();
    JsonObjectBuilder field =
        Json.createObjectBuilder()
            .add("name", described.column().name())
            .add("type", kind.frictionlessType())
            .add("title", described.title())
            .add("description", described.description());
    List<ValueList.Entry> values = ValueList.of(described.column());
    if (!values.isEmpty()) {
      field.add("categories", categories(values, kind));
    }
    if (kind == ColumnKind.DATE) {
      field.add("format", "%Y-%m-%d");
    }
    if (kind == ColumnKind.PERSON_TOKEN || kind == ColumnKind.RECORD_TOKEN) {
      field.add("constraints", Json.createObjectBuilder().add("pattern", "[0-9a-f]{32}"));
    }
    return field;
  }
}
