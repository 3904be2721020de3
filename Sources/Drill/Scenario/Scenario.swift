import Repatriation

/// A shift that a trainer has written: who comes and when, what happens besides, and what a good
/// officer does of it. Read from a file by ``ScenarioReader``, which documents its keys.
package struct Scenario: Sendable, Equatable {
    /// As `--scenario` names it.
    package var id = ""
    /// As the trainee reads it.
    package var title = ""
    /// What it is about, in a few sentences.
    package var summary = ""
    /// Where the trainee works.
    package var point = PointCode.none
    /// At which desk.
    package var desk = 1
    /// On which day of the point.
    package var day = CivilDate(daysSinceEpoch: 0)
    /// From when, by the clock of the point.
    package var starts = TimeOfDay.usualCut
    /// For how many seconds.
    package var length = 0
    /// What it is drawn with, unless the trainer says another.
    package var seed = 1
    /// What the trainee does; what is left colleagues do.
    package var works: Set<Work> = Set(Work.allCases)
    /// The desks of the point where colleagues sit.
    package var colleagues: [Int] = []
    /// The desks where colleagues sit down as soon as somebody opens them.
    package var reserves: [Int] = []
    /// How often colleagues do rightly what they do, in thousandths.
    package var skill = 1000
    /// What is to be learned.
    package var objectives: [Objective] = []
    /// What a trainer skips to.
    package var moments: [Moment] = []
    /// People written by hand.
    package var people: [Character] = []
    /// Groups at an hour of their own.
    package var groups: [ScriptedGroup] = []
    /// Groups that come day after day.
    package var rates: [Rate] = []
    /// What happens by chance to people who are drawn.
    package var chances = Chances()
    /// At which hours of its point the lead of each changes.
    package var changes: [TimeOfDay] = []
    /// Sheets that lie in the drawer from the start.
    package var sheets: [Sheet] = []
    /// What happens besides.
    package var injects: [Inject] = []
    /// What is talked about afterwards.
    package var lessons: [String] = []

    /// Nothing written yet.
    package init() {}

    /// How many minutes after its start the clock first shows an hour.
    package func minutes(until hour: TimeOfDay) -> Int {
        (hour.minutes - starts.minutes + 1440) % 1440
    }

    /// What can be scored, in all.
    package var possible: Int { injects.flatMap(\.expects).map(\.points).reduce(0, +) }
}

/// A part of the work at a point, as the trainee or colleagues do it.
package enum Work: String, CaseIterable, Sendable {
    /// Roll call.
    case gate = "puerta"
    /// The first questions.
    case assessment = "valoracion"
    /// Calling and interviews.
    case desk = "ventanilla"
    /// Children, health, language, reserved attention.
    case lanes = "rutas"
    /// People leave.
    case exits = "salidas"
    /// Shift, balance, confirmations.
    case lead = "mando"
}

extension Scenario {
    /// What is to be learned, and where it is written.
    package struct Objective: Sendable, Equatable {
        /// As the file names it.
        package let id: String
        /// In words.
        package let text: String
        /// The law, protocol or standard that asks for it.
        package let source: String
        /// How many points of it are enough.
        package var least = 0
    }

    /// A minute that a trainer skips to.
    package struct Moment: Sendable, Equatable {
        /// As the file names it.
        package let id: String
        /// As a trainer reads it.
        package let title: String
        /// Seconds from the start.
        package let at: Int
    }
}
