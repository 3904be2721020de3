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

    /// The zone of the trainee's point, and of every other.
    let zone: Zone
    private let zones: [PointCode: Zone]
    let people: InventedPeople
    let staff: Staff
    /// What it is drawn with.
    package let seed: Int
    var player: Player?
    /// Of what was asked of a second officer while a player worked.
    var askedOfPlayer: [Fact] = []
    /// What it is lived on; whoever goes on with it elsewhere sets its own.
    package var stage: Stage
    /// The desks of each point whose colleagues do not call.
    package var resting: [PointCode: Set<Int>] = [:]
    private var timetable = Timetable<(Instant) -> Void>()
    /// Up to when all has happened.
    private var lived: Instant
    var guests: [Int: Guest] = [:]
    var drawn = 0
    /// What those without a keyboard asked a second officer for, which they see to themselves.
    var robotsAsked: Set<Int> = []
    /// What each name stands for.
    var names: [String: Int] = [:]
    /// The folio of each sheet of the drawer, by its name.
    var folios: [String: String] = [:]
    /// With whom each desk speaks.
    var attended: [DeskPlace: Guest] = [:]
    /// Whom a desk has called while it still speaks with somebody.
    var ahead: [DeskPlace: Guest] = [:]
    /// Desks that wait for somebody to come, and which of their waits it is.
    var idle: [DeskPlace: Int] = [:]
    var rests = 0
    /// Desks that fell silent.
    var silent: Set<DeskPlace> = []
    /// How often the alarms are looked at: somebody before a screen hears of one within a minute,
    /// and what is lived without one is gone through faster.
    package var watchSeconds = 600
    /// What is issued and not printed; nil while the printer works.
    var tray: [Printed]?
    /// When each group comes, in order.
    private(set) var comes: [Instant] = []
    /// How often the lead of a point has changed.
    var turns: [PointCode: Int] = [:]
    /// Those who left, in the order of leaving: some come again.
    var past: [Former] = []

    /// A scenario with who works at its points, and the zones of these.
    package init(
        _ scenario: Scenario, zone: Zone, of zones: [PointCode: Zone], people: InventedPeople,
        staff: Staff, seed: Int? = nil, player: Player? = nil, on stage: Stage
    ) {
        self.scenario = scenario
        self.zone = zone
        self.zones = zones
        self.people = people
        self.staff = staff
        self.seed = seed ?? scenario.seed
        self.player = player
        self.stage = stage
        start = zone.instant(of: scenario.day, at: scenario.starts)
        lived = start
        score = Score(scenario, from: start)
        names[ScriptedAct.Actor.trainee.rawValue] = officer(.trainee).value
        names[ScriptedAct.Actor.colleague.rawValue] = officer(.colleague).value
        names[ScriptedAct.Actor.lead.rawValue] = officer(.lead).value
        plan()
    }

    /// When it is over.
    package var end: Instant { start.adding(seconds: scenario.length) }
    /// When the next group comes after a moment; nil when none will. O(log groups).
    package func nextArrival(after now: Instant) -> Instant? {
        let next = comes.firstPlace { $0 > now }
        return next < comes.count ? comes[next] : nil
    }
    /// The zone of a point.
    func zone(of point: PointCode) -> Zone {
        guard let zone = zones[point] else { preconditionFailure("no zone of \(point.text)") }
        return zone
    }

    /// What was reached so far.
    package var reached: [Score.Reached] { score.objectives(names) }
    /// A moment by the clock of the point.
    package func clock(_ at: Instant) -> String { zone.local(at).clock }
    /// The first moment of the scenario at which its clock shows an hour.
    package func instant(of hour: TimeOfDay) -> Instant {
        start.adding(minutes: scenario.minutes(until: hour))
    }

    /// Lets everything happen that is due by `now`, and nothing after the end.
    package func advance(to now: Instant) {
        while let (at, task) = timetable.take(by: min(now, end)) {
            lived = at
            task(at)
        }
        lived = max(lived, min(now, end))
        learn()
    }

    /// Takes the newest facts up, and does what colleagues do of them.
    func learn() {
        let facts = stage.facts()
        score.add(facts)
        for fact in facts where fact.event.kind == .confirmationAsked { stand(by: fact) }
        // What others do wakes a desk at its own moment; whoever sits at the screen comes between.
        guard player == nil else { return }
        for fact in facts where fact.officer == trainee && fact.makesSomebodyWait {
            if let point = PointCode(fact.point) { wake(point, fact.at) }
        }
    }

    /// Lets something happen so many seconds after a moment, and never before what has happened.
    func after(_ seconds: Int, _ now: Instant, _ task: @escaping (Instant) -> Void) {
        timetable.add(max(lived, now.adding(seconds: seconds)), task)
    }

    private func plan() {
        timetable.add(start) { [unowned self] now in
            reserveSheets(now)
            openPoints(now)
        }
        let drawn = scenario.rates.flatMap(groups)
        for group in scenario.groups + drawn { expect(group) }
        comes.sort()
        planHandOvers()
        for inject in scenario.injects where inject.isActive {
            if case .at(let seconds) = inject.cue {
                after(seconds, start) { [unowned self] in tell(inject, $0) }
            }
        }
        after(120, start) { [unowned self] in watch($0) }
    }

    /// A group is announced so long before it comes.
    private func expect(_ group: Scenario.ScriptedGroup) {
        comes.append(start.adding(seconds: group.comes))
        let notice = max(0, group.comes - group.notice * 60)
        after(notice, start) { [unowned self] in announce(group, $0) }
    }

    private func watch(_ now: Instant) {
        stage.watch(now)
        after(watchSeconds, now) { [unowned self] in watch($0) }
    }
}
