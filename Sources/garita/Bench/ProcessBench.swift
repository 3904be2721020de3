import Glibc
import Repatriation
import Store

/// Eight processes on one store, and a desk beside an import of 1,700 people.
struct ProcessBench {
    let path: String
    let rows: Int

    func run(_ figures: inout [Figure]) throws {
        let single = try loop(processes: 1, pause: 0, seconds: 2)
        let paced = try loop(processes: 8, pause: 2, seconds: 4)
        figures.append(
            Figure(
                name: "a call, 8 processes 2 ms apart, p99", value: paced.latency.at(0.99) / 1000,
                bar: 5, unit: "ms"))
        figures.append(
            Figure(
                name: "a call, 8 processes 2 ms apart, worst", value: paced.latency.worst / 1000,
                bar: 50, unit: "ms"))
        let packed = try loop(processes: 8, pause: 0, seconds: 4)
        let rate = Double(packed.latency.count) / 4 / (Double(single.latency.count) / 2)
        figures.append(
            Figure(
                name: "8 back to back", value: rate, bar: 0.5, unit: "×", isFloor: true,
                yardstick: "the rate of one process"))
        let share = Double(packed.counts.min() ?? 0) / (Double(packed.latency.count) / 8)
        figures.append(
            Figure(
                name: "least share of one of 8", value: share, bar: 0.5, unit: "×", isFloor: true,
                yardstick: "an even share"))
        try beside(&figures)
    }

    /// Each process calls the next and sets them aside again, and so on; only the calls are
    /// measured.
    private func loop(processes: Int, pause milliseconds: Int, seconds: Int) throws -> (
        latency: Samples, counts: [Int]
    ) {
        let children = try (1...processes).map { try ChildDesk(path: path, desk: $0) }
        var latency = Samples()
        var counts = Array(repeating: 0, count: processes)
        let end = monotonic() + seconds * 1_000_000_000
        for child in children { child.next(after: 0) }
        while monotonic() < end || children.contains(where: \.isBusy) {
            let isOver = monotonic() >= end
            if isOver && monotonic() > end + 2_000_000_000 { break }
            var descriptors = children.map {
                pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0)
            }
            _ = poll(&descriptors, nfds_t(descriptors.count), 1)
            for (index, child) in children.enumerated() {
                if descriptors[index].revents != 0,
                    let time = child.takeAnswer(pause: milliseconds), !isOver
                {
                    latency.add(microseconds: time)
                    counts[index] += 1
                }
                child.sendIfDue(calls: !isOver)
            }
        }
        return (latency, counts)
    }

    /// The longest that a desk waits for a command while a list of 1,700 comes in.
    private func beside(_ figures: inout [Figure]) throws {
        let list = "\(StoreFiles.folder(of: path))/lista.csv"
        guard Files.write(ImportBench.list(1700), to: list) else { return }
        defer { unlink(list) }
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let point = PointCode("TIJ") else { return }
        let importing = Child([
            "import", "list", list, "--store", path, "--point", "TIJ", "--mode", "bus",
        ])
        var waits = Samples()
        while importing.isRunning {
            let command = Command.act(HeadCount(at: point, .room, waits.count))
            let began = monotonic()
            do throws(PerformFailure) {
                _ = try store.perform(command, by: lead.id, at: now())
            } catch {
                // Waited for in vain: that time counts too.
                guard case .failed(.busy) = error else { throw error }
            }
            waits.add(microseconds: Double(monotonic() - began) / 1000)
            store.tidy()
            usleep(2000)
        }
        figures.append(
            Figure(
                name: "a desk's worst wait while 1700 come in", value: waits.worst / 1000,
                bar: rows > 100_000 ? 100 : 80, unit: "ms"))
    }
}

/// A desk in a process of its own that calls and sets aside by turns.
final class ChildDesk {
    private let child: Child
    private let desk: Int
    private var buffer = ""
    private var called: Int?
    private var isAside = false
    private var sentAt = 0
    private var dueAt: Int?
    var output: Int32 { child.output }

    init(path: String, desk: Int) throws {
        child = Child(["send", "--store", path])
        self.desk = desk
    }

    func next(after nanoseconds: Int) { dueAt = monotonic() + nanoseconds }

    /// Somebody is called and not yet back in the queue.
    var isBusy: Bool { called != nil || dueAt == nil }

    /// An answer waits to be taken.
    var hasAnswer: Bool {
        var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    /// Sends what is due; at the end nobody new is called.
    func sendIfDue(calls: Bool) {
        guard let due = dueAt, due <= monotonic(), calls || called != nil else { return }
        dueAt = nil
        sentAt = monotonic()
        if let called {
            let order = isAside ? "resume" : "park"
            garita.write("{\"do\":\"\(order)\",\"reception\":\(called)}\n", to: child.input)
        } else {
            garita.write(
                "{\"do\":\"callNext\",\"point\":\"NOG\",\"desk\":\(desk)}\n", to: child.input)
        }
    }

    /// The number after `"reception":` in an answer.
    private static func reception(in answer: String) -> Int? {
        let key = Array("\"reception\":".utf8)
        let bytes = Array(answer.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: key) }
        return start.flatMap {
            Int(
                String(
                    decoding: bytes[($0 + key.count)...].prefix { (48...57).contains($0) },
                    as: UTF8.self))
        }
    }

    /// The time of a call in microseconds, when this answer is one's.
    func takeAnswer(pause milliseconds: Int) -> Double? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(child.output, &bytes, bytes.count)
        guard count > 0 else { return nil }
        buffer += String(decoding: bytes[..<count], as: UTF8.self)
        guard buffer.hasSuffix("\n") else { return nil }
        let time = Double(monotonic() - sentAt) / 1000
        defer { buffer = "" }
        next(after: milliseconds * 1_000_000)
        if called != nil {
            // Set aside first, back in the queue next, and then the next call.
            if isAside { called = nil }
            isAside.toggle()
            return nil
        }
        called = ChildDesk.reception(in: buffer)
        return called == nil ? nil : time
    }
}
