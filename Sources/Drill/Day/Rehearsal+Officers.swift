import Repatriation

/// Who works, and how well.
extension Rehearsal {
    /// Who stands for a part in the acts of a scenario.
    func officer(_ actor: ScriptedAct.Actor) -> Identifier<Officer> {
        switch actor {
        case .lead: officers[0]
        case .trainee: seated ?? officer(atDesk: scenario.desk)
        case .colleague:
            // Not the trainee, so that what takes two is done by two.
            officers.dropFirst().first { $0 != officer(.trainee) } ?? officers[0]
        }
    }

    func officer(atDesk desk: Int) -> Identifier<Officer> {
        officers[1 + desk % (officers.count - 1)]
    }

    /// Who works at a desk of a point: the trainee's own is theirs.
    func officer(at place: DeskPlace) -> Identifier<Officer> {
        place == DeskPlace(scenario.point, scenario.desk)
            ? officer(.trainee) : officer(atDesk: place.desk)
    }

    /// How well a part of the work is done by whoever does it without a keyboard, in thousandths;
    /// nil where the trainee does it.
    func skill(_ work: Work, at point: PointCode) -> Int? {
        guard point == scenario.point, scenario.works.contains(work) else {
            return point == scenario.point ? scenario.skill : 1000
        }
        return player.map { $0 == .good ? 1000 : 0 }
    }

    /// Whether a step that a careful officer takes is taken, for somebody.
    func does(_ work: Work, at point: PointCode, _ guest: Guest) -> Bool {
        skill(work, at: point).map { guest.random.happens($0) } ?? false
    }
}
