import Repatriation
import Store
import Support
import Testing

/// Tables to be published, from a store: of which days they are, and what they hide of a month that
/// was closed and put right.
@Suite struct PublicReportTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
    }

    private func issue(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode] = [],
        asOf: Instant? = nil, isPublic: Bool = true
    ) throws -> ReportIssue {
        try test.store.answer(
            .report(kind, period, points: codes, asOf: asOf, isPublic: isPublic),
            for: .officer(test.lead), at: test.now)
    }

    private func refusal(
        _ period: ReportPeriod, _ codes: [PointCode] = [], asOf: Instant? = nil
    ) -> Refusal.Code? {
        do {
            _ = try issue(.r1, period, codes, asOf: asOf)
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    private func period(_ from: String, _ to: String) throws -> ReportPeriod {
        let days = try [from, to].map { try #require(CivilDate(text: $0)) }
        return try #require(ReportPeriod(from: days[0], to: days[1]))
    }

    private func counts(_ table: ReportTable) -> [(spot: ReportSpot, count: Int)] {
        table.printedRows.flatMap { row in
            zip(table.columnKeys, table.cells(of: row)).compactMap { key, cell in
                guard case .count(let count) = cell else { return nil }
                return (ReportSpot(table.kind, row.item, key), count)
            }
        }
    }

    /// Two tables of days that overlap, of some points, or of two moments are subtracted.
    @Test func onlyWholeMonthsAndYearsOfAllPointsArePublished() throws {
        let month = try period("2026-11-01", "2026-11-30")
        test.now = try #require(Instant(text: "2026-12-01T11:59:59.000Z"))
        #expect(refusal(month) == .notPublished)
        test.now = try #require(Instant(text: "2026-12-01T12:00:00.000Z"))
        #expect(refusal(month) == nil)
        #expect(refusal(month, [.nogales]) == .notPublished)
        #expect(refusal(month, asOf: test.now.adding(minutes: -1)) == .notPublished)
        #expect(try refusal(period("2026-01-01", "2026-12-31")) == .notPublished)
        test.now = try #require(Instant(text: "2027-03-01T18:00:00.000Z"))
        #expect(try refusal(period("2026-01-01", "2026-12-31")) == nil)
        for (from, to) in [
            ("2026-11-01", "2026-11-29"), ("2026-11-02", "2026-11-30"),
            ("2026-11-01", "2026-12-31"), ("2026-02-01", "2027-01-31"),
            ("2025-01-01", "2026-12-31"), ("2026-11-20", "2026-11-20"),
        ] { #expect(try refusal(period(from, to)) == .notPublished, "\(from) \(to)") }
    }

    /// An officer who is refused learns which of the conditions failed.
    @Test func whatIsNotPublishedSaysWhy() throws {
        test.now = try #require(Instant(text: "2026-12-01T12:00:00.000Z"))
        func why(
            _ kind: ReportKind, _ to: String, _ codes: [PointCode] = [], asOf: Instant? = nil
        ) throws -> String? {
            let period = try period("2026-11-01", to)
            do {
                _ = try issue(kind, period, codes, asOf: asOf)
                return nil
            } catch let refusal as Refusal {
                let why = refusal.details["why"]?.text
                let words = why.flatMap(Unpublished.init)?.label
                #expect(words.map { refusal.sentence.es.contains($0.es) } == true)
                #expect(words.map { refusal.sentence.en.contains($0.en) } == true)
                return why
            }
        }
        #expect(try why(.r1, "2026-11-30") == nil)
        #expect(try why(.r1, "2026-11-29") == "notWhole")
        #expect(try why(.r1, "2026-11-30", [.nogales]) == "points")
        #expect(try why(.r1, "2026-11-30", asOf: test.now.adding(minutes: -1)) == "asOf")
        #expect(try why(.referrals, "2026-11-30") == "table")
        // Of people at risk, two prints of figures that still change would be compared.
        #expect(try why(.r5, "2026-11-30") == "notClosed")
        try test.perform(.act(ClosePeriod(period("2026-11-01", "2026-11-29"))))
        #expect(try why(.r5, "2026-11-30") == "notClosed")
        try test.perform(.act(ClosePeriod(period("2026-11-30", "2026-11-30"))))
        #expect(try why(.r5, "2026-11-30") == nil)
        test.now = try #require(Instant(text: "2026-11-30T12:00:00.000Z"))
        #expect(try why(.r1, "2026-11-30") == "notOver")
    }

    /// Children and adults by turns, at two points.
    private func received() throws -> [Identifier<Reception>] {
        try [PointCode.nogales, .tijuana].flatMap { point in
            let people = (1...10).map { number in
                var person = TestStore.person(number, born: [1988, 2016, 1990, 2011][number % 4])
                person.sex = number % 3 == 0 ? .woman : .man
                return person
            }
            let ids = try test.group(point, people: people).1
            for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
            return ids
        }
    }

    private func accredit(_ person: Identifier<Reception>) throws {
        try test.perform(.act(SetNationality(person, .accredited, .passport)))
    }

    /// A month that was closed and put right: neither what it was nor what it is tells of a few, and
    /// what was hidden before stays hidden.
    @Test func whatEitherFigureHidesBothHide() throws {
        let (month, year) = try (
            period("2026-11-01", "2026-11-30"), period("2026-01-01", "2026-12-31")
        )
        let people = try received()
        for person in people.prefix(8) { try accredit(person) }
        test.now = try #require(Instant(text: "2026-12-20T12:00:00.000Z"))
        try test.perform(.act(ClosePeriod(month)))
        let closed = try issue(.r5, month).table.hidden
        let total = try issue(.r5, month).table.total
        for person in people.dropFirst(8).prefix(4) { try accredit(person) }
        test.now = try #require(Instant(text: "2027-01-20T12:00:00.000Z"))
        let hidden = try issue(.r5, month).table.hidden
        // What was closed stands until it is closed again: nobody is told by the difference.
        #expect(try issue(.r5, month).table.total == total)
        #expect(try issue(.r5, month, isPublic: false).table.total != total)
        #expect(!closed.isEmpty && closed.isStrictSubset(of: hidden))
        for (from, to) in [("2026-01-01", "2026-10-31"), ("2026-12-01", "2026-12-31")] {
            try test.perform(.act(ClosePeriod(period(from, to))))
        }
        #expect(try issue(.r5, year).table.hidden.isSuperset(of: hidden))
        var revised = 0
        for kind in ReportKind.allCases where kind.canBePublished {
            let (all, shown) = (try issue(kind, month, isPublic: false), try issue(kind, month))
            revised += shown.revisions.count
            for (spot, count) in counts(shown.table) {
                #expect(!spot.isAtRisk || !(1..<PublicFigures.fewest).contains(count), "\(spot)")
            }
            for one in shown.revisions {
                let spot = ReportSpot(kind, one.row, shown.table.columnKeys[one.column])
                #expect(!hidden.contains(spot), "\(spot)")
                #expect(!spot.isAtRisk || !(1..<PublicFigures.fewest).contains(one.was), "\(spot)")
            }
            guard !kind.tellsPeopleAtRisk else { continue }
            #expect(shown.table == all.table && shown.revisions == all.revisions)
        }
        #expect(revised > 0)
    }
}
