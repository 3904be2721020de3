/// What the rules may ask: each fact is looked up when a rule asks for it, and none that no rule asks for.
///
/// The store answers from the transaction in which the act is decided. Each throws what the store throws.
package protocol Facts {
    /// Through whose eyes: what whoever acts may not know of is not there.
    var reader: Reader { get }
    /// Somebody. Throws `unknownReception`.
    func reception(_ id: Identifier<Reception>) throws -> Reception
    /// Somebody, or nobody where the identifier is nobody's.
    func receptionIfAny(_ id: Identifier<Reception>) throws -> Reception?
    /// A referral that the reader may know of.
    func referral(_ id: Identifier<Referral>) throws -> Referral?
    /// What somebody is referred for and is not over.
    func openReferrals(of id: Identifier<Reception>) throws -> [Referral]
    /// An institution.
    func provider(_ id: Identifier<Provider>) throws -> Provider?
    /// The institutions that these name, each once.
    func providers(of referrals: [Referral]) throws -> [Provider]
    /// The institutions near a point that are still offered, by name.
    func institutions(at point: PointCode) throws -> [Provider]
    /// A group. Throws `unknownGroup`.
    func group(_ id: Identifier<Group>) throws -> Group
    /// When a group arrived; nil while it has not.
    func arrival(of group: Identifier<Group>) throws -> Instant?
    /// Those of a group who are inside.
    func inside(of group: Identifier<Group>) throws -> [Reception]
    /// What a point has of each kind of material that was ever counted.
    func stock(at point: PointCode) throws -> [StockItem]
    /// A bag that was kept.
    func bag(_ id: Identifier<Bag>) throws -> Bag?
    /// The bags that were kept for somebody.
    func bags(of id: Identifier<Reception>) throws -> [Bag]
    /// A follow-up that the reader may know of.
    func followUp(_ id: Identifier<FollowUp>) throws -> FollowUp?
    /// What somebody is still to be asked.
    func openFollowUps(of id: Identifier<Reception>) throws -> [FollowUp]
    /// A paper.
    func paper(_ id: Identifier<Paper>) throws -> Paper?
    /// The paper with a folio, in capitals.
    func paper(folio: String) throws -> Paper?
    /// An inquiry that the reader may know of. Throws `unknownInquiry`.
    func inquiry(_ id: Identifier<Inquiry>) throws -> Inquiry
    /// Those inside, at whichever point of this store, whom an inquiry may mean. O(people inside).
    func meant(by inquiry: Inquiry, on day: CivilDate) throws -> [MeantPerson]
    /// A point. Throws `unknownPoint`.
    func point(_ code: PointCode) throws -> ReceivingPoint
    /// A desk that was opened at least once. O(1).
    func desk(_ number: Int, at point: PointCode) throws -> Desk?
    /// Whom a desk holds. O(1).
    func load(ofDesk number: Int, at point: PointCode) throws -> DeskLoad
    /// Whether the officer of an open desk was heard in the last two minutes of an open shift.
    func isHeard(desk number: Int, at point: ReceivingPoint) throws -> Bool
    /// The desks of a point that are not closed.
    func openDesks(at point: PointCode) throws -> [Desk]
    /// The desks that an officer has open, wherever they are.
    func openDesks(of officer: Identifier<Officer>) throws -> [Desk]
    /// The first of each class that may be called now. One index row each.
    func heads(at point: PointCode) throws -> [QueueHead]
    /// How many wait at a point. O(1).
    func countWaiting(at point: PointCode) throws -> Int
    /// Whether one lead alone vouched for the hour in the last day; not in practice.
    func wasHourConfirmedAlone() throws -> Bool
    /// What about a subject waits, or waited, for a second officer.
    func pendings(about subject: Int) throws -> [PendingAct]
    /// The members of a family who wait at a point, by ticket.
    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception]
}
