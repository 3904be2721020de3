import Repatriation

extension Rehearsal {
    /// Somebody who comes, with the stream that all about them is drawn from.
    final class Guest {
        let id: String?
        var person: PersonData
        let truth: Truth
        var random: SeededGenerator
        /// Where they are received.
        let point: PointCode
        var reception = Identifier<Reception>(0)
        /// Whether they are there when their group is.
        var coming = Coming.comes
        /// What they got back of theirs.
        var belongings: Belongings?
        /// What the first questions found.
        var flags: Set<Flag> = []
        /// Treated as a child, whatever the list says.
        var isAgeDoubted = false
        /// Mexican sign language.
        static let signs = "LSM"
        /// What they need an interpreter for, as the first questions found.
        var language: String?
        /// Somebody interprets for them.
        var isInterpreted = false
        /// The adult of their family who was drawn with them.
        weak var parent: Guest?
        /// The children of their family who were drawn with them.
        var children: [Guest] = []
        /// Who they were when they came before.
        var earlier: Identifier<Reception>?
        /// The shelter that expects them.
        var shelter: Identifier<Referral>?
        /// The group they came with.
        var group: Group?
        /// The family who comes to the desk with them.
        var along: [Guest] = []
        /// Done with everything: leaves as soon as their family is.
        var isReady = false
        var isOut = false
        /// How many of their papers are issued and not printed.
        var papersDue = 0

        init(
            _ id: String?, _ person: PersonData, _ truth: Truth, at point: PointCode,
            _ random: SeededGenerator
        ) {
            self.id = id
            self.person = person
            self.truth = truth
            self.point = point
            self.random = random
        }
    }

    /// Whether somebody of a list comes.
    enum Coming {
        case comes
        /// Never off the bus.
        case notDelivered
        /// Counted at the line, and gone before they are called.
        case gone
    }

    /// A group with who is in it.
    final class Group {
        let id: Identifier<Repatriation.Group>
        let point: PointCode
        private(set) var listed: [Guest]
        private(set) var offList: [Guest]
        /// How many stand there, and how many were declared, where that is not what it seems.
        let present: Int?
        let declared: Int?
        /// Received and not out yet.
        var inside = 0
        var isBalanced = false

        init(
            _ id: Identifier<Repatriation.Group>, at point: PointCode,
            _ expected: Scenario.ScriptedGroup, listed: [Guest], offList: [Guest]
        ) {
            self.id = id
            self.listed = listed
            self.offList = offList
            (self.point, present, declared) = (point, expected.present, expected.declared)
            for guest in listed + offList { guest.group = self }
        }

        /// Nobody of it is there any more.
        func end() { (listed, offList) = ([], []) }

        func count(_ coming: Coming) -> Int { listed.count { $0.coming == coming } }
    }

    /// Somebody who left, as the list that they came with said.
    struct Former {
        let person: PersonData
        let reception: Identifier<Reception>
        let leftAt: Instant
    }
}
