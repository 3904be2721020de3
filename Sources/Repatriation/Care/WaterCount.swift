/// How much water a point had when somebody counted it. The newest that stands holds.
package struct WaterCount: Tabled, Retractable {
    package let id: Identifier<WaterCount>
    /// Where.
    package var point = PointCode.none
    /// How much, in litres.
    package var litres = 0
    /// When.
    package var at: Instant?
    /// Who counted.
    package var officer: Identifier<Officer>?
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<WaterCount>) { self.id = id }

    package static let table = EntityTable<Self>(
        .waterCount,
        Field("point", \.point), Field("litres", \.litres), Field("at", \.at),
        Field("officer", \.officer), Field("retractedAt", \.retractedAt))
}
