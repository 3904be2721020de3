import Repatriation

/// Who works, and how well.
extension Rehearsal {
    /// Who stands for a part in the acts of a scenario. Three people, so that what takes two is
    /// done by two.
    func officer(_ actor: ScriptedAct.Actor) -> Identifier<Officer> {
        switch actor {
        case .lead: lead(scenario.point)
        case .trainee: trainee
        case .colleague: who(.gate(scenario.point))
        }
    }

    /// Whoever practises, or who plays their part.
    var trainee: Identifier<Officer> { who(.trainee) }

    /// Who leads a point now.
    func lead(_ point: PointCode) -> Identifier<Officer> {
        who(.lead(point, turn: turns[point, default: 0] % 2))
    }

    func officer(at place: DeskPlace) -> Identifier<Officer> {
        let isTrainees = place == DeskPlace(scenario.point, scenario.desk)
        return who(isTrainees ? .trainee : .desk(place.point, place.desk))
    }

    /// Who calls the roll and asks the first questions.
    func gate(_ point: PointCode) -> Identifier<Officer> {
        point == scenario.point && scenario.works.contains(.gate) ? trainee : who(.gate(point))
    }

    /// Who speaks for children, cares and sees people out.
    func helper(_ point: PointCode) -> Identifier<Officer> { who(.gate(point)) }

    private func who(_ post: Staff.Post) -> Identifier<Officer> {
        guard let officer = staff[post] else { preconditionFailure("nobody fills \(post)") }
        return officer
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
    func does(_ work: Work, _ guest: Guest) -> Bool {
        skill(work, at: guest.point).map { guest.random.happens($0) } ?? false
    }

    /// The day by the clock of somebody's point.
    func day(of guest: Guest, _ at: Instant) -> CivilDate {
        zone(of: guest.point).local(at).day
    }
}
