import ArgumentParser
import Patchwise

/// Annotations in the Static Analysis Results Interchange Format, version 2.1.0.
struct SARIFLog {
  private let annotations: [Annotation]
  /// The codes that occur, each once.
  private let codes: [DiagnosticCode]

  init(_ annotations: [Annotation]) {
    self.annotations = annotations
    codes = annotations.map(\.code).withoutRepeats()
  }

  /// The log on one line.
  var json: String {
    JSONText.line(
      of: JSONValue.object([
        "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
        "version": .string("2.1.0"),
        "runs": .array([run]),
      ]))
  }

  private var run: JSONValue {
    .object([
      "tool": .object([
        "driver": .object([
          "name": .string("patchwise"),
          "version": .string(PatchwiseCommand.configuration.version),
          "rules": .array(codes.map(rule)),
        ])
      ]),
      "columnKind": .string("utf16CodeUnits"),
      "results": .array(annotations.map(result)),
    ])
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    let page = code.page
    return .object([
      "id": .string(code.rawValue),
      "shortDescription": message(page.summary),
      "fullDescription": message(page.rationale.split(separator: "\n").joined(separator: " ")),
      "help": message(page.rendered),
    ])
  }

  private func result(_ annotation: Annotation) -> JSONValue {
    var fields: [String: JSONValue] = [
      "ruleId": .string(annotation.code.rawValue),
      "ruleIndex": .number(codes.firstIndex(of: annotation.code)),
      "level": .string(level(annotation.weight)),
      "message": message(annotation.message),
    ]
    if let place = annotation.place {
      fields["locations"] = .array([.object(["physicalLocation": location(place)])])
    }
    if !annotation.notes.isEmpty {
      fields["relatedLocations"] = .array(
        annotation.notes.map { note in
          .object(["message": message(note.message), "physicalLocation": location(note.place)])
        })
    }
    return .object(fields)
  }

  private func level(_ weight: Annotation.Weight) -> String {
    switch weight {
    case .error: "error"
    case .warning: "warning"
    case .notice: "note"
    }
  }

  private func message(_ text: String) -> JSONValue { .object(["text": .string(text)]) }

  private func location(_ place: Annotation.Place) -> JSONValue {
    var fields: [String: JSONValue] = [
      "artifactLocation": .object([
        "uri": .string(Self.address(of: place.path)), "uriBaseId": .string("%SRCROOT%"),
      ])
    ]
    if let span = place.span {
      fields["region"] = .object([
        "startLine": .number(span.line), "startColumn": .number(span.column),
        "endColumn": .number(span.endColumn),
      ])
    }
    return .object(fields)
  }

  /// The path as a relative reference, in which everything but the plainest signs is escaped.
  private static func address(of path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
