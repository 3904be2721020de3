import Repatriation
import SQLite
import Store

/// Rows of INM's desk system beside the plain reading of the same columns, in the same run.
struct SIOMRBench {
    private static let people = 1000
    private static let times = 100

    func run(_ figures: inout [Figure]) throws {
        let folder = try BenchFolder()
        let (months, path) = ("\(folder.path)/months.db", "\(folder.path)/bench.db")
        try LivedMonths(people: SIOMRBench.people).live(in: months, until: now())
        try ManyYears.make(of: months, times: SIOMRBench.times, at: path)
        try SIOMRBench.answerAll(path)
        let store = try Store(path: path)
        let asker = try store.allOfficers().first.map { Asker.officer($0.id) } ?? .nobody
        let today = CivilDate(daysSinceEpoch: now().seconds / 86_400)
        // As many years as the copies reach back, and more.
        guard let first = CivilDate(year: today.year - 50, month: 1, day: 1),
            let period = ReportPeriod(from: first, to: today)
        else { throw Refusal(.invalidValue) }
        var (plain, whole) = (Samples(), Samples())
        var rows = 0
        for _ in 1...3 {
            try plain.measure { try SIOMRBench.readPlainly(path) }
            try whole.measure { rows = try SIOMRBench.export(store, period, asker) }
        }
        let seconds = whole.median / 1e6
        figures += [
            Figure(
                name: "rows of the siomr sheet a second", value: Double(rows) / seconds,
                bar: 100_000, unit: "/s", isFloor: true),
            Figure(
                name: "siomr sheet of \(rows) rows", value: whole.median / plain.median, unit: "×",
                yardstick: "the plain reading of its columns"),
        ]
    }

    /// As the command does, but for where it goes.
    private static func export(
        _ store: Store, _ period: ReportPeriod, _ asker: Asker
    ) throws -> Int {
        var (text, bytes) = (SIOMRText(), 0)
        let reading = Reading.siomr(period) { bytes += text.of($0).count }
        let rows = try store.answer(reading, for: asker, at: now()) { _ in nil }.rows
        return bytes > rows ? rows : 0
    }

    private static func readPlainly(_ path: String) throws {
        let connection = try Connection(path: path, mode: .read)
        let plain = try connection.statement(SIOMRSheet.plainly)
        defer { plain.reset() }
        var bytes = 0
        while try plain.step() {
            for column in 0..<plain.columnCount { bytes += plain.withBytes(column) { $0.count } }
        }
        connection.close()
    }

    /// Everybody who was received is Mexican, was asked, referred and helped.
    private static func answerAll(_ path: String) throws {
        let connection = try Connection(path: path, mode: .write)
        try connection.execute(
            """
            BEGIN;
            UPDATE reception SET countedNationality = 'accredited', countedStay = 'years1to5',
              countedSchooling = 'secondary', countedDetention = 'US-AZ', countedCompany = 'alone',
              countedDestination = 'OC', countedRepeat = 'second', formVersion = 3,
              countedGiven = 'busDiscount,call,curpPrint,water', countedReferred = 'shelter',
              answers = '{"contactConsent":"no","destination":"OC","detainedBy":"USBP",\
            "detentionState":"US-AZ","minorChildrenInUS":"no","residenceState":"US-TX",\
            "schooling":"secondary","stay":"years1to5","travelsWith":"alone",\
            "understandsSpanish":"yes"}',
              personalAnswers = '{"birthMunicipality":"20067","destinationMunicipality":"20067"}'
              WHERE receivedDay IS NOT NULL;
            COMMIT
            """)
        connection.close()
    }
}
