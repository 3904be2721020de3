import Glibc
import Repatriation
import Store

/// One figure, the bar it is to reach, and the unit both are in.
struct Figure {
    let name: String
    let value: Double
    /// The most it may be; nil for what is only reported.
    var bar: Double?
    let unit: String
    /// The figure must be at least the bar instead.
    var isFloor = false
    /// What it is so many times of, measured in the same run; nil for a figure that stands alone.
    var yardstick: String?

    var isReached: Bool { bar.map { isFloor ? value >= $0 : value <= $0 } ?? true }
}

extension Figure {
    /// Microseconds as so many inserts that were measured beside.
    init(name: String, _ microseconds: Double, besideInsert insert: Insert, bar: Double? = nil) {
        self.init(
            name: name, value: microseconds / insert.samples.median, bar: bar, unit: "×",
            yardstick: "insert")
    }
}

/// `bench`: this program's figures on this machine, beside a durable insert measured in the same
/// run.
enum BenchProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let rows = try arguments.integer("rows", 1000...6_000_000, or: LongStore.unit)
        let only: Part? = try arguments.code("only")
        let folder = try BenchFolder()
        let path = arguments["keep"] ?? "\(folder.path)/bench.db"
        guard access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
        let long = LongStore(rows: rows, isAccredited: only == .reports)
        try long.checkRoom(for: path)
        var figures: [Figure] = []
        let steps = Part.allCases.filter { only ?? $0 == $0 }.map { $0.step(of: path, rows: rows) }
        for step in [long.make(at: path, in: folder)] + steps {
            let known = figures.count
            try step(&figures)
            // Told at once: at millions the next may take minutes.
            if !arguments.isJSON { for figure in figures[known...] { say(line(figure)) } }
        }
        if arguments.isJSON {
            let members = figures.map { figure -> JSON in
                [
                    "name": .string(figure.name), "value": .double(figure.value),
                    "bar": figure.bar.map(JSON.double) ?? nil,
                    "unit": .string(figure.unit), "yardstick": JSON(figure.yardstick),
                    "reached": .bool(figure.isReached),
                ]
            }
            say(JSON.object(["rows": .int(rows), "figures": .array(members)]).serialized)
        }
        return 0
    }

    /// What is measured, in order.
    typealias Step = (inout [Figure]) throws -> Void

    /// What is measured together, in order.
    enum Part: String, CaseIterable {
        case checks, likeness, calls, processes, reads, screens, live, referrals, papers, reports
        case practice, siomr
        /// Last: it gives the officer of the store a password, which every screen would ask for.
        case access

        fileprivate func step(of path: String, rows: Int) -> Step {
            switch self {
            case .checks: CheckBench(path: path).run
            case .likeness: LikenessBench(path: path, rows: rows).run
            case .calls: CallBench(path: path).run
            case .processes: ProcessBench(path: path, rows: rows).run
            case .reads: ReadBench(path: path).run
            case .screens: ScreenBench(path: path).run
            case .live: LiveBench(path: path).run
            case .referrals: ReferralBench(path: path).run
            case .papers: PaperBench(path: path).run
            case .reports: ReportBench(path: path).run
            case .practice: PracticeBench(folder: StoreFiles.folder(of: path)).run
            case .siomr: SIOMRBench().run
            case .access: AccessBench(path: path).run
            }
        }
    }

    private static func line(_ figure: Figure) -> String {
        let bar = figure.bar.map { "  (\(figure.isFloor ? "≥" : "≤") \(number($0)))" } ?? ""
        return
            """
            \(figure.isReached ? " " : "▲") \(number(figure.value)) \(figure.unit)\(bar)  \
            \(figure.name)\(figure.yardstick.map { " beside \($0)" } ?? "")
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
