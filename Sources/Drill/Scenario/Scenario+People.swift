import Repatriation

extension Scenario {
    /// Somebody written by hand, and what is true of them, whoever asks or not.
    package struct Character: Sendable, Equatable {
        /// As the file names it.
        package let id: String
        /// As lists and desks know them.
        package var person = PersonData()
        /// What is true of them.
        package var truth = Truth()
    }

    /// A group at an hour of its own.
    package struct ScriptedGroup: Sendable, Equatable {
        /// As the file names it.
        package let id: String
        /// Where, when not at the trainee's point.
        package var point: PointCode?
        /// When it comes, in seconds from the start.
        package var comes = 0
        /// For when it is announced, where it comes at another hour than was told.
        package var told: Int?
        /// How many minutes before it is announced.
        package var notice = 40
        /// How it comes.
        package var mode = Mode.bus
        /// Who hands it over.
        package var authority = Authority.ice
        /// People by hand who are on the list, in its order.
        package var people: [String] = []
        /// How many others, drawn.
        package var others = 0
        /// Of the people by hand, those who are on the list and do not come.
        package var absent: Set<String> = []
        /// Of the people by hand, those who were counted at the line and are gone before they are
        /// called.
        package var gone: Set<String> = []
        /// People by hand who come and are on no list.
        package var offList: [String] = []
        /// How many the US say they hand over, where it is not the list's number.
        package var declared: Int?
        /// How many stand there, where colleagues add somebody by an act of their own.
        package var present: Int?
        /// Only its list comes by itself: its arrival is written in acts.
        package var isByHand = false
    }

    /// A sheet of the drawer with its folio, printed ahead: `@name` stands for the folio.
    package struct Sheet: Sendable, Equatable {
        /// As the file names it.
        package let id: String
        /// What is written on it.
        package var kind = PaperKind.certificate
    }
}
