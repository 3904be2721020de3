/// A value of a file that people write by hand, with the line on which it begins.
package struct Written: Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    /// What stands there.
    package let value: Content

    /// What a file can say.
    package indirect enum Content: Sendable, Equatable {
        case null
        case bool(Bool)
        case int(Int)
        case double(Double)
        case text(String)
        case list([Written])
        case object([Member])
    }

    /// One key of an object, and the line on which it stands.
    package struct Member: Sendable, Equatable {
        /// As it is written.
        package let key: String
        /// Counted from 1.
        package let line: Int
        /// What stands after it.
        package let value: Written
    }

    /// The same without lines; of a key written twice the last holds.
    package var json: JSON {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .text(let text): .string(text)
        case .list(let elements): .array(elements.map(\.json))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 }))
        }
    }
}
