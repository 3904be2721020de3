/// The series of the archive catalogue that people's files belong to.
package struct SetArchiveSeries: ArchiveAct {
    package static let row = ActRow<Self>(
        .setArchiveSeries, .archive,
        [
            .text("code", \.code), .text("name", \.title),
            .integer("activeYears", 1...100, \.activeYears),
            .integer("semiActiveYears", 0...100, \.semiActiveYears),
        ])

    /// As the catalogue numbers it.
    package var code = ""
    /// As the catalogue calls it.
    package var title = ""
    /// Years in the office.
    package var activeYears = 1
    /// Years blocked after those.
    package var semiActiveYears = 0

    package init() {}

    /// A series, and its years.
    package init(code: String, name: String, activeYears: Int, semiActiveYears: Int) {
        self.code = code
        title = name
        self.activeYears = activeYears
        self.semiActiveYears = semiActiveYears
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        // A code and no sentence: it stands in the plain part of the journal, for ever.
        let isCode = code.utf8.allSatisfy {
            (0x2D...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
        guard code.count <= 40, isCode else { throw Refusal(.invalidValue, ["field": "code"]) }
        var ids = context.ids
        let before = try facts.archiveSeries() ?? ArchiveSeries(id: ids.next())
        var after = before
        after.code = code
        after.name = title
        after.activeYears = activeYears
        after.semiActiveYears = semiActiveYears
        return Decision(.archiveSeriesSet, before, after, ids: ids)
    }
}

/// What is wanted of the archive, at no point.
package protocol ArchiveAct: Act {}

extension ArchiveAct {
    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }

    /// How long files are kept. Throws `noArchiveSeries`.
    func series(_ facts: some Facts) throws -> ArchiveSeries {
        guard let series = try facts.archiveSeries() else { throw Refusal(.noArchiveSeries) }
        return series
    }
}
