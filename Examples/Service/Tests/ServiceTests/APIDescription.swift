import Foundation

/// The OpenAPI file, and what it says about an exchange.
struct APIDescription {
  private let root: JSONValue

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Service/openapi.json")
    root = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))
  }

  var version: String? { root["openapi"]?.string }

  /// Each path with its method, as in `POST /consultations`.
  var operations: Set<String> {
    Set(
      (root["paths"]?.members ?? [:]).flatMap { path, item in
        item.members.keys.map { "\($0.uppercased()) \(path)" }
      })
  }

  /// Each operation with each status that it may have, as in `POST /consultations 201`.
  var outcomes: Set<String> {
    Set(
      operations.flatMap { operation in
        (self.operation(operation)?["responses"]?.members ?? [:]).keys.map { "\(operation) \($0)" }
      })
  }

  private func operation(_ operation: String) -> JSONValue? {
    let words = operation.split(separator: " ").map(String.init)
    return root["paths"]?[words[1]]?[words[0].lowercased()]
  }

  /// Returns what is otherwise than described in the body of a request, and in that of its response.
  func problems(
    of operation: String, sending body: JSONValue?, status: Int, receiving response: JSONValue
  ) -> [String] {
    guard let described = self.operation(operation) else {
      return ["\(operation) is not described"]
    }
    func schema(_ holder: JSONValue?) -> JSONValue? {
      holder?["content"]?["application/json"]?["schema"]
    }
    guard let answer = schema(described["responses"]?["\(status)"]) else {
      return ["\(operation) is not described with status \(status)"]
    }
    var problems = problems(of: response, as: answer, at: "\(operation) \(status)")
    // What is refused may have been wrong; what is taken must be as described.
    if status < 400, let request = schema(described["requestBody"]) {
      problems += self.problems(of: body ?? .null, as: request, at: operation)
    }
    return problems
  }

  /// Returns where a value is otherwise than a schema says, which is read as far as our file needs.
  private func problems(of value: JSONValue, as schema: JSONValue, at place: String) -> [String] {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      guard let schema = root["components"]?["schemas"]?[String(name)] else {
        return ["\(place): there is no schema \(name)"]
      }
      return problems(of: value, as: schema, at: place)
    }
    return schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "description", "additionalProperties": return []
      case "type": return Self.isOf(rule.string ?? "", value) ? [] : ["\(place) is no \(rule)"]
      case "const": return value == rule ? [] : ["\(place) is not \(rule)"]
      case "enum": return rule.elements.contains(value) ? [] : ["\(place): \(value) is not listed"]
      case "minimum":
        return (value.number ?? 0) >= (rule.number ?? 0) ? [] : ["\(place) is too small"]
      case "required":
        return rule.elements.compactMap(\.string).filter { value[$0] == nil }
          .map { "\(place) lacks \($0)" }
      case "properties":
        return value.members.flatMap { key, member -> [String] in
          guard let schema = rule[key] else {
            return schema["additionalProperties"] == false ? ["\(place) has \(key)"] : []
          }
          return problems(of: member, as: schema, at: "\(place).\(key)")
        }
      case "items": return value.elements.flatMap { problems(of: $0, as: rule, at: "\(place)[]") }
      case "oneOf":
        let fitting = rule.elements.filter { problems(of: value, as: $0, at: place).isEmpty }
        return fitting.count == 1 ? [] : ["\(place) fits \(fitting.count) of the choices"]
      default: return ["\(place): this test can't read '\(keyword)'"]
      }
    }
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool): true
    case ("number", .number): true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }
}
