import Glibc
import Repatriation
import Store

/// `send`: the rules without the screen. One answer a line, after its commit is durable; a shift
/// that is closed has its copy like on a screen, after the answer.
enum SendProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let store = try arguments.openStore()
        let actor = try store.acting(arguments)
        let fixed = arguments.has("at") ? try store.moment(arguments) : nil
        let reader = try JSONReader()
        var lines = LineReader(descriptor: 0)
        let copies = ShiftCopies(arguments.language)
        defer { copies.finish() }
        while let line = lines.next() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            var closed: PointCode?
            let told = answer(line, store, actor, reader, fixed, arguments.language, &closed)
            say(told.serialized)
            if let moved = store.moved { throw moved }
            if let closed { copies.add(store, closing: closed) }
            store.tidy()
        }
        return 0
    }

    private static func answer(
        _ line: [UInt8], _ store: Store, _ actor: SignedIn, _ reader: JSONReader, _ at: Instant?,
        _ language: Language, _ closed: inout PointCode?
    ) -> JSON {
        var members: [String: JSON] = [:]
        do {
            guard let text = String(validating: line, as: UTF8.self),
                let json = try reader.read(text)
            else {
                throw Refusal(.notJSON)
            }
            if let ref = json["ref"] { members["ref"] = ref }
            let command = try Command(json)
            let answer = try store.perform(
                command, by: actor.id, proven: actor.proof, at: at ?? now())
            if !answer.events.isEmpty { closed = command.act(CloseShift.self)?.point }
            members["ok"] = true
            members["events"] = .array(
                answer.events.map {
                    [
                        "seq": .int($0.seq), "kind": .string($0.kind.rawValue),
                        "subject": .int($0.subject),
                    ]
                })
            members.merge(answer.members) { own, _ in own }
        } catch {
            members.merge(refused(error, language)) { own, _ in own }
        }
        return .object(members)
    }

    private static func refused(_ error: any Error, _ language: Language) -> [String: JSON] {
        var members: [String: JSON] = ["ok": false]
        switch error {
        case let refusal as Refusal: members.merge(words(refusal, language)) { $1 }
        case PerformFailure.refused(let refusal): members.merge(words(refusal, language)) { $1 }
        case PerformFailure.failed(let error), let error as StoreError:
            members["refusal"] = .string(error.code)
            members["message"] = .string(error.sentence(language))
            if case .busy(let holder?) = error { members["holder"] = holder.json }
        default:
            members["refusal"] = "storeFailed"
            members["message"] = .string("\(error)")
        }
        return members
    }

    private static func words(_ refusal: Refusal, _ language: Language) -> [String: JSON] {
        refusal.details.merging([
            "refusal": .string(refusal.code.rawValue),
            "message": .string(refusal.sentence(language)),
        ]) { $1 }
    }
}

/// Lines of a descriptor as bytes, the last one too when it does not end.
struct LineReader {
    let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(descriptor: Int32) { self.descriptor = descriptor }

    mutating func next() -> [UInt8]? {
        var scanned = start
        while true {
            if let end = buffer[scanned...].firstIndex(of: 10) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            scanned = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            fill(&scanned)
        }
    }

    private mutating func fill(_ scanned: inout Int) {
        buffer.removeFirst(start)
        scanned -= start
        start = 0
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = chunk.withUnsafeMutableBytes { chunk in
            uninterrupted { read(descriptor, chunk.baseAddress, chunk.count) }
        }
        if count <= 0 { isAtEnd = true } else { buffer.append(contentsOf: chunk[..<count]) }
    }
}
