/// What is wanted of a whole point.
package protocol PointAct: Act {
    /// Where.
    var point: PointCode { get set }
    /// What was left open at a point that is no longer active can still be ended.
    static var isAnEnd: Bool { get }
}

extension PointAct {
    package static var subject: [Parameter<Self>] { [.point(\.point)] }

    package static var isAnEnd: Bool { false }

    /// Of a point, with nothing else said.
    package init(at point: PointCode) {
        self.init()
        self.point = point
    }

    package func seat(_ facts: some Facts) throws -> Seat { Seat(point: try facts.point(point)) }

    /// The point, where it takes this. Throws `unknownPoint`, `pointInactive`.
    func activePoint(_ facts: some Facts) throws -> ReceivingPoint {
        let found = try facts.point(point)
        guard found.isActive || Self.isAnEnd else { throw Refusal(.pointInactive) }
        return found
    }
}

/// What is wanted of one desk.
package protocol DeskAct: PointAct {
    /// Its number at the point.
    var desk: Int { get set }
}

extension DeskAct {
    package static var subject: [Parameter<Self>] { [.point(\.point), .desk(\.desk)] }

    /// Of a desk, with nothing else said.
    package init(at point: PointCode, _ desk: Int) {
        self.init(at: point)
        self.desk = desk
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(point), desk: desk)
    }
}
