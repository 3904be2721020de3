/// How long the files of people are kept, by the archive catalogue (catálogo de disposición
/// documental, LGA).
///
/// No period is built in: the institution's own catalogue says it.
package struct ArchiveSeries: Tabled {
    package let id: Identifier<ArchiveSeries>
    /// Fondo, sección and serie as the catalogue writes them.
    package var code = ""
    /// The series in words.
    package var name = ""
    /// Years in the office's archive (trámite): after them the data are blocked.
    package var activeYears = 0
    /// Years in the archive of concentration: after those too they may be removed.
    package var semiActiveYears = 0

    package init(id: Identifier<ArchiveSeries>) { self.id = id }

    package static let table = EntityTable<Self>(
        .archiveSeries,
        Field("code", \.code), Field("name", \.name), Field("activeYears", \.activeYears),
        Field("semiActiveYears", \.semiActiveYears))

    /// The last day of leaving that is blocked, or removed, on a day. One day is left over for the
    /// zones.
    package func lastDay(on today: CivilDate, isRemoval: Bool) -> CivilDate {
        let years = activeYears + (isRemoval ? semiActiveYears : 0)
        let same = CivilDate(year: today.year - years, month: today.month, day: today.day)
        // The 29th of February of a year that had none.
        let day =
            same ?? CivilDate(year: today.year - years, month: 2, day: 28)
            ?? CivilDate(daysSinceEpoch: 0)
        return CivilDate(daysSinceEpoch: day.daysSinceEpoch - 1)
    }
}

/// The proof of a removal: by which dictamen, by whom, of how many, and what of them may be counted
/// still.
package struct Removal: Tabled {
    package let id: Identifier<Removal>
    /// Folio of the dictamen and acta de baja documental.
    package var dictamen = ""
    /// The archive series.
    package var series = ""
    /// When.
    package var at: Instant?
    /// Who asked for it.
    package var askedBy: Identifier<Officer>?
    /// Who confirmed it.
    package var confirmedBy: Identifier<Officer>?
    /// How many receptions.
    package var receptions = 0
    /// How many groups.
    package var groups = 0
    /// Counts by point and year, as JSON; a split with fewer than five in a cell is left out.
    package var statistics = ""
    /// When the file was packed after it; until then words of those removed may stand in it.
    package var packedAt: Instant?

    package init(id: Identifier<Removal>) { self.id = id }

    package static let table = EntityTable<Self>(
        .removal,
        Field("dictamen", \.dictamen, .personal), Field("series", \.series), Field("at", \.at),
        Field("askedBy", \.askedBy),
        Field("confirmedBy", \.confirmedBy), Field("receptions", \.receptions),
        Field("groups", \.groups),
        Field("statistics", \.statistics), Field("packedAt", \.packedAt))
}
