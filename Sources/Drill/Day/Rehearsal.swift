import Repatriation

/// A scenario while it is lived: people come, colleagues work, things happen, all by the same
/// commands that a desk sends.
///
/// Everything is done at its own moment and in order, and each person is drawn from a stream of
/// their own, so that what happens depends on the scenario, the seed and what the trainee does
/// alone: not on how fast it is shown.
package final class Rehearsal {
    /// Who does the trainee's work: nobody but the trainee, or a player.
    package enum Player: String, CaseIterable, Sendable {
        case good, careless
    }

    /// What is lived.
    package let scenario: Scenario
    /// The moment at which it starts.
    package let start: Instant
    /// How it stands.
    package internal(set) var score: Score
    /// What the rules did not allow, by who wanted it: in a good play nobody is waiting for a call,
    /// and that is all.
    package var refused: [String] = []

    let zone: Zone
    let people: InventedPeople
    let officers: [Identifier<Officer>]
    /// What it is drawn with.
    package let seed: Int
    var player: Player?
    /// Who sits at the trainee's desk; nil is one of those whom every practice has.
    var seated: Identifier<Officer>?
    /// Of what was asked of a second officer while a player worked.
    var askedOfPlayer: [Fact] = []
    /// What it is lived on; whoever goes on with it elsewhere sets its own.
    package var stage: Stage
    /// Those at the other desks call and attend.
    package var colleaguesWork = true
    private var timetable = Timetable<(Instant) -> Void>()
    private var guests: [Int: Guest] = [:]
    var drawn = 0
    /// What those without a keyboard asked a second officer for, which they see to themselves.
    var robotsAsked: Set<Int> = []
    /// What each name stands for.
    private(set) var names: [String: Int] = [:]
    /// The folio of each sheet of the drawer, by its name.
    var folios: [String: String] = [:]
    /// With whom each desk speaks.
    var attended: [DeskPlace: Guest] = [:]
    /// Desks that fell silent.
    var silent: Set<DeskPlace> = []
    /// What is issued and not printed; nil while the printer works.
    var tray: [Printed]?

    /// A scenario at the zone of its point, with the officers of the store: the lead first.
    package init(
        _ scenario: Scenario, zone: Zone, people: InventedPeople,
        officers: [Identifier<Officer>], seed: Int? = nil, player: Player? = nil,
        seated: Identifier<Officer>? = nil, on stage: Stage
    ) {
        self.scenario = scenario
        self.zone = zone
        self.people = people
        self.officers = officers
        self.seed = seed ?? scenario.seed
        self.player = player
        self.seated = seated
        self.stage = stage
        start = zone.instant(of: scenario.day, at: scenario.starts)
        score = Score(scenario, from: start)
        names[ScriptedAct.Actor.trainee.rawValue] = officer(.trainee).value
        names[ScriptedAct.Actor.colleague.rawValue] = officer(.colleague).value
        names[ScriptedAct.Actor.lead.rawValue] = officer(.lead).value
        plan()
    }

    /// When it is over.
    package var end: Instant { start.adding(seconds: scenario.length) }
    /// When the next group comes after a moment; nil when none will.
    package func nextArrival(after now: Instant) -> Instant? {
        scenario.groups.map { start.adding(seconds: $0.comes) }.filter { $0 > now }.min()
    }

    /// What was reached so far.
    package var reached: [Score.Reached] { score.objectives(names) }
    /// A moment by the clock of the point.
    package func clock(_ at: Instant) -> String { zone.local(at).clock }
    /// The first moment of the scenario at which its clock shows an hour.
    package func instant(of hour: TimeOfDay) -> Instant {
        start.adding(minutes: (hour.minutes - scenario.starts.minutes + 1440) % 1440)
    }

    /// Lets everything happen that is due by `now`, and nothing after the end.
    package func advance(to now: Instant) {
        while let (at, task) = timetable.take(by: min(now, end)) { task(at) }
        learn()
    }

    /// Takes the newest facts up, and does what colleagues do of them.
    func learn() {
        let facts = stage.facts()
        score.add(facts)
        for fact in facts where fact.event.kind == .confirmationAsked { stand(by: fact) }
    }

    /// Lets something happen so many seconds after a moment.
    func after(_ seconds: Int, _ now: Instant, _ task: @escaping (Instant) -> Void) {
        timetable.add(now.adding(seconds: seconds), task)
    }

    private func plan() {
        timetable.add(start) { [unowned self] now in
            reserveSheets(now)
            openPoints(now)
        }
        for group in scenario.groups {
            let notice = max(0, group.comes - group.notice * 60)
            after(notice, start) { [unowned self] in announce(group, $0) }
        }
        for inject in scenario.injects where inject.isActive {
            if case .at(let seconds) = inject.cue {
                after(seconds, start) { [unowned self] in tell(inject, $0) }
            }
        }
        after(120, start) { [unowned self] in watch($0) }
    }

    private func watch(_ now: Instant) {
        stage.watch(now)
        after(120, now) { [unowned self] in watch($0) }
    }

    // MARK: Who is meant

    /// Who a reception is of.
    subscript(reception: Identifier<Reception>) -> Guest? {
        get { guests[reception.value] }
        set { guests[reception.value] = newValue }
    }

    /// From now on a name stands for this.
    func mean(_ name: String, _ value: Int, _ at: Instant) {
        names[name] = value
        stage.names(name, value, at)
    }

    /// Once, whoever wants it again.
    func tell(_ inject: Inject, _ at: Instant) {
        guard score.told[inject.id] == nil else { return }
        score.tell(inject.id, at)
        stage.tell(inject, at)
        react(to: inject, at)
    }

    /// Whether all that an inject expects was done in time, as far as it is known now.
    func isMet(_ inject: Inject) -> Bool {
        learn()
        return score.missed(inject, names).isEmpty
    }
}
