/// Where somebody stands in their lanes.
package struct LanesOf: PersonQuery {
    package typealias Answer = LaneView
    package let reception: Identifier<Reception>
    package init(_ reception: Identifier<Reception>) { self.reception = reception }
}

/// What a desk sees of somebody's lanes.
package struct LaneView: Sendable, Equatable {
    /// The person, as the reader may see them.
    package let person: Reception
    /// Where the lanes stand, as far as the reader may know.
    package let lanes: LaneState
    /// The point's clock.
    package let local: LocalTime
    /// Who may be named for a step.
    package var officers: [Officer] = []
    /// Those of whom it is said, or may be said, that they are the child's family, as the reader
    /// may see them.
    package var relatives: [Reception] = []

    /// What is seen of one person's lanes.
    package init(person: Reception, lanes: LaneState, local: LocalTime) {
        (self.person, self.lanes, self.local) = (person, lanes, local)
    }

    /// Of whom it was said that they are the family; while nobody has, of whom it would be.
    package var family: [Reception] {
        let told = lanes.family ?? person.guardians
        return relatives.filter { told.contains($0.id) }
    }
}

extension LaneState {
    /// Of whom somebody said that they are the child's family; nil while nobody has.
    package var family: [Identifier<Reception>]? {
        lines.first { $0.step == .family }?.tick?.relatives
    }

    /// The lanes that somebody knows of: those of their roles, and a warrant that they are named
    /// for.
    package func seen(by reader: Reader) -> LaneState {
        let named = lines.first { $0.step == .named }?.tick?.named
        return LaneState(
            lanes: lanes.filter { list in
                reader.knows(list.lane)
                    || list.lane == .warrant && named != nil && named == reader.officer
            }, acta: acta)
    }

    /// The same with what was said of each step as these classes allow.
    package func visible(_ classes: Set<FieldClass>) -> LaneState {
        guard classes.contains(.sensitive) else { return .none }
        return LaneState(
            lanes: lanes.map { list in
                LaneChecklist(
                    lane: list.lane,
                    lines: list.lines.map { line in
                        LaneLine(
                            step: line.step, doneAt: line.doneAt, dueAt: line.dueAt,
                            tick: line.tick.map { $0.hiding(outside: classes) })
                    })
            }, acta: acta)
    }
}
