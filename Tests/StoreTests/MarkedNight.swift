import Foundation
import Repatriation
import Store
import Support
import Testing

/// The transcribed night with a word of its own in every text that an act takes.
///
/// Which texts there are is what the acts themselves say: a new act, or a new text of one, is marked
/// without anybody thinking of it.
struct MarkedNight {
    let test: TestStore
    let second: Identifier<Officer>
    /// Which text each mark was typed into.
    private(set) var marks: [String: String] = [:]
    private let reader: JSONReader
    private var values: [String: String] = [:]

    /// Texts that were typed, as `act.text`.
    var typed: Set<String> { Set(marks.values) }

    init() throws {
        test = try TestStore()
        test.stopClock()
        reader = try JSONReader()
        second = try test.add("Otra Jefa Prueba", [.officer, .lead])
    }

    mutating func play(_ steps: [TranscribedStep]) throws {
        for step in steps { try take(step) }
    }

    /// A new mark for a text, by its act and name.
    mutating func mark(_ text: String) -> String {
        var (rest, letters) = (marks.count, "")
        for _ in 0..<4 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
            rest /= 26
        }
        let mark = "Qzqz\(letters)"
        marks[mark] = text
        return mark
    }

    /// The marks that stand in these bytes, in capitals or not.
    func found(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        let prefix = Array("qzqz".utf8)
        for index in bytes.indices.dropLast(8) where bytes[index] | 0x20 == prefix[0] {
            let word = bytes[index..<index + 8].map { $0 | 0x20 }
            guard word.starts(with: prefix) else { continue }
            found.insert("Qzqz" + String(decoding: word.dropFirst(4), as: UTF8.self))
        }
        return found.intersection(marks.keys)
    }

    /// Everything that lies beside the store, but its copies.
    func bytes() throws -> [UInt8] {
        try FileManager.default.contentsOfDirectory(atPath: test.folder).filter {
            !$0.contains("backup")
        }.flatMap { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(test.folder)/\($0)"))) }
    }

    /// Takes a step with as many marks as it takes; one that is refused without any is a step that
    /// is meant to be refused.
    private mutating func take(_ step: TranscribedStep) throws {
        test.pass(minutes: 1)
        let line = values.reduce(step.line) {
            $0.replacingOccurrences(of: "«\($1.key)»", with: $1.value)
        }
        let json = try #require(try reader.read(line), "\(line)")
        guard let act = (try? Command(json))?.act, let name = json["do"]?.text else { return }
        var places = MarkedNight.texts(of: type(of: act), line: name)
        while let error = attempt(json, places, name, step) {
            guard !places.isEmpty else { return }
            let field = refusal(error)?.details["field"]?.text
            if let index = places.lastIndex(where: { $0.path.last == field }) {
                places.remove(at: index)
                continue
            }
            // Whichever of them it is that no mark can stand in.
            for index in places.indices {
                var others = places
                others.remove(at: index)
                if attempt(json, others, name, step) == nil { return }
            }
            places.removeLast()
        }
    }

    /// Gives the line with marks in those places; what it was refused with, where it was.
    private mutating func attempt(
        _ json: JSON, _ places: [Place], _ name: String, _ step: TranscribedStep
    ) -> (any Error)? {
        let before = marks
        let marked = places.reduce(json) { set($1, in: $0, of: name) }
        do {
            let answer = try perform(try Command(marked))
            for (name, member) in step.names { note(answer.members[member], as: name) }
            return nil
        } catch {
            marks = before
            return error
        }
    }

    private func refusal(_ error: any Error) -> Refusal? {
        if case .refused(let refusal)? = error as? PerformFailure { return refusal }
        return error as? Refusal
    }

    /// By whoever may: what takes two is confirmed by the other.
    private func perform(_ command: Command) throws -> Answer {
        do { return try test.perform(command) } catch {
            return try test.perform(command, by: second)
        }
    }

    private mutating func note(_ value: JSON?, as name: String) {
        values[name] = value?.text ?? value?.integer.map(String.init)
        for (index, element) in (value?.elements ?? []).enumerated() {
            values["\(name)\(index)"] = element.integer.map(String.init)
        }
    }
}

extension MarkedNight {
    /// Where a text stands in a line; of several objects in each.
    struct Place { let path: [String] }

    /// Every text that an act takes, as `act.text` or `act.object.text`.
    static func texts(of kind: any Act.Type) -> Set<String> {
        Set(texts(of: kind, line: kind.name.rawValue).map { text($0, of: kind.name.rawValue) })
    }

    private static func text(_ place: Place, of act: String) -> String {
        ([act] + place.path).joined(separator: ".")
    }

    private static func texts(of kind: any Act.Type, line: String) -> [Place] {
        func all<A: Act>(_: A.Type) -> [Place] {
            A.parameters(ofLine: line).flatMap { places($0.kind, [$0.name]) }
        }
        return all(kind)
    }

    private static func places(_ kind: ParameterKind, _ path: [String]) -> [Place] {
        switch kind {
        case .text: [Place(path: path)]
        case .object(let members), .objects(let members):
            members.sorted { $0.key < $1.key }.filter { isFree($0.key, in: path) }
                .flatMap { places($0.value, path + [$0.key]) }
        default: []
        }
    }

    /// Whether somebody's own words answer it: of the questions of an interview those of a list, a
    /// day or a number are answered by a code.
    private static func isFree(_ name: String, in path: [String]) -> Bool {
        guard path.last == "answers" else { return true }
        return ProfileField(rawValue: name)?.question.kind == .text
    }

    /// The line with a mark in that place; where it stands in an object that the line has not, one
    /// is made.
    private mutating func set(_ place: Place, in json: JSON, of act: String) -> JSON {
        set(place.path[...], in: json, MarkedNight.text(place, of: act))
    }

    private mutating func set(_ path: ArraySlice<String>, in json: JSON, _ text: String) -> JSON {
        guard let name = path.first else { return .string(mark(text)) }
        switch json {
        case .object(var members):
            members[name] = set(path.dropFirst(), in: members[name] ?? .object([:]), text)
            return .object(members)
        case .array(let elements): return .array(elements.map { set(path, in: $0, text) })
        default: return path.count == 1 ? .object([name: .string(mark(text))]) : json
        }
    }
}
