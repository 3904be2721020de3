import Drill
import Repatriation
import Screens
import Store

/// `debrief`: what a drill is talked about with, from the store it was lived on.
enum DebriefProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let path = arguments.rest.first else {
            throw UsageError(
                "Diga el archivo de la práctica: garita debrief ARCHIVO.",
                "Say the practice's file: garita debrief FILE.")
        }
        let record = try DrillRecord(path)
        if arguments.has("msel") {
            let head = ScenarioTable.head.map { $0(arguments.language) }
            let rows = ScenarioTable.rows(
                record.scenario, arguments.language, clock: record.clock)
            put(CSVText.of([head] + rows))
            return 0
        }
        let earlier = try arguments.rest.dropFirst().map { try DrillRecord($0) }
        let book = DebriefBook(record, after: earlier, arguments.language).book
        put(arguments.has("html") ? book.html : book.text())
        return 0
    }
}

/// A drill that was lived, read back from its store.
struct DrillRecord {
    let scenario: Scenario
    let seed: String
    let debrief: Debrief
    /// It was left before its end: what could still have been done counts neither way.
    let isBrokenOff: Bool
    let start: Instant
    let zone: Zone
    /// Who worked, each at their desk.
    let trainees: [PracticeNote]
    /// What the trainer wrote down, and said.
    let remarks: [PracticeNote]

    /// Throws `onlyInDrill` for a store of real people, and a usage error for a practice without a
    /// scenario.
    init(_ path: String) throws {
        let store = try Store(path: path)
        guard store.isDrill else { throw Refusal(.onlyInDrill) }
        let kept = try store.practiceNotes()
        guard let written = kept.last(where: { $0.kind == .scenario }),
            case .whole(let scenario) = ScenarioReader.read(written.text)
        else {
            throw UsageError(
                "En «\(path)» no se practicó un escenario.",
                "No scenario was practised in «\(path)».")
        }
        self.scenario = scenario
        zone = try ZonesOfPoints().zone(of: scenario.point)
        start = zone.instant(of: scenario.day, at: scenario.starts)
        seed = kept.last { $0.kind == .seed }?.name ?? ""
        var score = Score(scenario, from: start)
        for note in kept where note.kind == .told { score.tell(note.name, note.at) }
        if let works = kept.last(where: { $0.kind == .works }) { score.workFrom(works.at) }
        trainees = kept.filter { $0.kind == .trainee }
        remarks = kept.filter { $0.kind == .remark || $0.kind == .message }
        let facts = try store.practiceFacts(after: 0).entries.map(Fact.init)
        score.add(facts)
        let lived = (kept.filter { $0.kind == .lived }.map(\.at) + facts.map(\.at)).max() ?? start
        isBrokenOff = lived < start.adding(seconds: scenario.length)
        if isBrokenOff { score.breakOff(at: lived) }
        let names = Dictionary(
            kept.filter { $0.kind == .name }.compactMap { note in
                Int(note.text).map { (note.name, $0) }
            }, uniquingKeysWith: { $1 })
        let start = start
        debrief = Debrief(score, names, facts.filter { $0.at >= start })
    }

    var points: Int { debrief.reached.map(\.points).reduce(0, +) }
    var possible: Int { debrief.reached.map(\.possible).reduce(0, +) }

    /// Seconds from the start as an hour of the point.
    func clock(_ seconds: Int) -> String { zone.local(start.adding(seconds: seconds)).clock }
    /// A moment as an hour of the point.
    func clock(_ at: Instant) -> String { zone.local(at).clock }
}
