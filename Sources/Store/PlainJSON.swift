import Repatriation

/// Reads what this program itself writes of JSON, many times faster than SQLite's parser: objects,
/// texts, whole numbers, and no room between them. Of anything else it says nothing, and SQLite is
/// asked.
struct PlainJSON {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// The value of a text; nil where it is not plain, which does not say that it is no JSON.
    static func read(_ text: String) -> JSON? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = PlainJSON(bytes: bytes)
            guard let value = reader.value(depth: 0), reader.place == bytes.count else {
                return nil
            }
            return value
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) -> JSON? {
        switch next {
        case UInt8(ascii: "{"): depth < 8 ? object(depth: depth) : nil
        case UInt8(ascii: "\""): string().map(JSON.string)
        case UInt8(ascii: "n"): take("null") ? .null : nil
        default: number().map(JSON.int)
        }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place + length <= bytes.count else { return false }
        for index in 0..<length where bytes[place + index] != word.utf8Start[index] {
            return false
        }
        place += length
        return true
    }

    private mutating func object(depth: Int) -> JSON? {
        place += 1
        var members: [String: JSON] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            guard next == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")),
                let value = value(depth: depth + 1),
                // A name that stands twice has two values, and nobody can say which is meant.
                members.updateValue(value, forKey: key) == nil
            else { return nil }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func number() -> Int? {
        let isNegative = take(UInt8(ascii: "-"))
        let start = place
        var number = 0
        while (0x30...0x39).contains(next) {
            number = number &* 10 &+ Int(next &- 0x30)
            place += 1
        }
        let digits = place - start
        guard (1...18).contains(digits), digits == 1 || bytes[start] != 0x30,
            [UInt8(ascii: ","), UInt8(ascii: "}"), 0].contains(next), !isNegative || number > 0
        else { return nil }
        return isNegative ? -number : number
    }

    private mutating func string() -> String? {
        place += 1
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                defer { place += 1 }
                return String(
                    decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
            case UInt8(ascii: "\\"): return escaped(from: start)
            case 0..<0x20: return nil
            default: place += 1
            }
        }
        return nil
    }

    /// A text with escapes, from its beginning.
    private mutating func escaped(from start: Int) -> String? {
        var text = Array(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let letter = PlainJSON.escapes[next] else { return nil }
                text.append(letter)
                place += 1
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    ]
}
