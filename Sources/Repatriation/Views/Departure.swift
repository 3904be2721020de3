/// A group that left for another point and is not received whole, as whoever takes the shift over is
/// told: each by the number they had here, nobody by name.
package struct Departure: Sendable, Equatable {
    /// Which.
    package let group: Identifier<Group>
    /// Where to.
    package let to: PointCode
    /// Plate or number of the vehicle, as far as the reader may know.
    package let vehicle: String?
    /// Who answers for them until they are received: whoever goes along, as far as the reader may
    /// know, else the lead. As `R. Ramírez`.
    package let owner: String
    /// When it left, by the point's clock.
    package let leftAt: LocalTime
    /// When it should be there, by the same clock; nil where nobody said.
    package let expectedAt: LocalTime?
    /// The numbers that those on the way had here.
    package let tickets: [Int]

    /// A group on the way.
    package init(
        group: Identifier<Group>, to: PointCode, vehicle: String?, owner: String,
        leftAt: LocalTime, expectedAt: LocalTime?, tickets: [Int]
    ) {
        (self.group, self.to, self.vehicle, self.owner) = (group, to, vehicle, owner)
        (self.leftAt, self.expectedAt, self.tickets) = (leftAt, expectedAt, tickets)
    }

    /// One sentence, without a name.
    package var sentence: Bilingual {
        let numbers = tickets.map(String.init).joined(separator: ", ")
        let plate = vehicle.map { " (\($0))" } ?? ""
        let due = expectedAt.map { Bilingual(", llega \($0.clock)", ", due \($0.clock)") }
        return Bilingual(
            "En camino a \(to.text)\(plate), a cargo de \(owner), "
                + "salió \(leftAt.clock)\(due?.es ?? ""): \(numbers).",
            "On the way to \(to.text)\(plate), with \(owner), "
                + "left \(leftAt.clock)\(due?.en ?? ""): \(numbers).")
    }
}
