/// A shift handed from one lead to the next: what both counted before either saw the figure, who
/// signed and when, and what each said of it.
///
/// Source: I-PASS and its read-back (NEJM 2014; PMC10964397); the complaints that a chain of
/// hand-overs locks its last user, and that the receiver cannot see what is missing.
package struct HandOver: Tabled {
    package let id: Identifier<HandOver>
    /// Where.
    package var point = PointCode.none
    /// Who leads until now; nil where the receiver took the shift alone.
    package var outgoing: Identifier<Officer>?
    /// Who leads from now on; nil while nobody has received it.
    package var incoming: Identifier<Officer>?
    /// How many the outgoing lead counted in the building.
    package var outgoingCount: Int?
    /// How many the incoming lead counted there.
    package var incomingCount: Int?
    /// How many the store had in the building when the outgoing lead signed.
    package var inBuilding = 0
    /// How many it had there when the incoming lead did.
    package var inBuildingThen: Int?
    /// How many more it had elsewhere: in hospital, on the way.
    package var elsewhere = 0
    /// When the outgoing lead signed.
    package var signedAt: Instant?
    /// When the incoming lead did.
    package var acceptedAt: Instant?
    /// Why one of both signs alone.
    package var unilateral: String?
    /// Where each person is who makes the difference, and whatever else the outgoing lead says.
    package var remarks: String?
    /// What the incoming lead says («recibido con observaciones»).
    package var observations: String?
    /// The incoming lead answered the questions of the read-back.
    package var isReadBack = false

    package init(id: Identifier<HandOver>) { self.id = id }

    package static let table = EntityTable<Self>(
        .handOver,
        Field("point", \.point), Field("outgoing", \.outgoing), Field("incoming", \.incoming),
        Field("outgoingCount", \.outgoingCount), Field("incomingCount", \.incomingCount),
        Field("inBuilding", \.inBuilding), Field("elsewhere", \.elsewhere),
        Field("signedAt", \.signedAt), Field("acceptedAt", \.acceptedAt),
        Field("unilateral", \.unilateral, .personal), Field("remarks", \.remarks, .personal),
        Field("observations", \.observations, .personal), Field("readBack", \.isReadBack),
        Field("inBuildingThen", \.inBuildingThen))

    /// Signed by the outgoing lead, and received by nobody yet.
    package var isWaiting: Bool { signedAt != nil && acceptedAt == nil }

    /// Whether what was counted agrees with the store, wherever it was counted.
    package var agrees: Bool {
        let received = inBuildingThen ?? inBuilding
        return outgoingCount.map { $0 == inBuilding } ?? true
            && incomingCount.map { $0 == received } ?? true
    }
}
