import Glibc
import Repatriation
import Store

/// One figure, the bar it is to reach, and the unit both are in.
struct Figure {
    let name: String
    let value: Double
    /// The most it may be; nil for what is only reported.
    let bar: Double?
    let unit: String
    /// The figure must be at least the bar instead.
    var isFloor = false

    var isReached: Bool { bar.map { isFloor ? value >= $0 : value <= $0 } ?? true }
}

/// `bench`: this program's figures on this machine, beside the raw work measured in the same run.
enum BenchProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let rows = try arguments.integer("rows", 1000...1_000_000, or: 100_000)
        let folder = try BenchFolder()
        var figures: [Figure] = []
        let imported = try ImportBench(folder: folder, rows: rows).run(&figures)
        try LikenessBench(path: imported, rows: rows).run(&figures)
        try CallBench(path: imported).run(&figures)
        try ProcessBench(path: imported, rows: rows).run(&figures)
        try ScreenBench(path: imported, rows: rows).run(&figures)
        try ReferralBench(path: imported).run(&figures)
        try PaperBench(path: imported).run(&figures)
        // Last: it gives the officer of the store a password, which every screen would ask for.
        try AccessBench(path: imported).run(&figures)
        if arguments.isJSON {
            let members = figures.map { figure -> JSON in
                [
                    "name": .string(figure.name), "value": .double(figure.value),
                    "bar": figure.bar.map(JSON.double) ?? nil,
                    "unit": .string(figure.unit), "reached": .bool(figure.isReached),
                ]
            }
            say(JSON.object(["rows": .int(rows), "figures": .array(members)]).serialized)
        } else {
            for figure in figures { say(line(figure)) }
        }
        return 0
    }

    private static func line(_ figure: Figure) -> String {
        let bar = figure.bar.map { "  (\(figure.isFloor ? "≥" : "≤") \(number($0)))" } ?? ""
        return
            """
            \(figure.isReached ? " " : "▲") \(number(figure.value)) \(figure.unit)\(bar)  \
            \(figure.name)
            """
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "∞" }
        let thousandths = Int((value * 1000).rounded())
        return "\(thousandths / 1000).\(padded(abs(thousandths) % 1000, 3))"
    }
}

/// A folder that is removed with its holder.
final class BenchFolder {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    init() throws { folder = try TemporaryFolder("garita-bench") }
}

/// Samples of a time, in microseconds.
struct Samples {
    private var values: [Double] = []

    mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
        let start = monotonic()
        let result = try body()
        values.append(Double(monotonic() - start) / 1000)
        return result
    }

    mutating func add(microseconds: Double) { values.append(microseconds) }
    var count: Int { values.count }
    var median: Double { at(0.5) }
    var worst: Double { values.max() ?? 0 }

    /// The value below which this share of the samples lies.
    func at(_ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
