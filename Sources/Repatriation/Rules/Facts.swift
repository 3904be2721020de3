/// What the rules may ask: each fact is looked up when a rule asks for it, and none that no rule
/// asks for.
///
/// The store answers from the transaction in which the act is decided. Each throws what the store
/// throws.
package protocol Facts {
    /// Who acts.
    var officer: Officer { get }
    /// How they have shown who they are.
    var proof: IdentityProof { get }
    /// When.
    var now: Instant { get }
    /// Practice, with invented people.
    var isDrill: Bool { get }
    /// Nobody else has the store open.
    var isAlone: Bool { get }
    /// The same through the eyes of whoever asked, for whom a second officer confirms.
    func acting(_ asked: Officer) throws -> Self
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
    /// Those of a group who were received, whatever became of them.
    func received(in group: Identifier<Group>) throws -> [Reception]
    /// Those of a group who are still only on its list, by their numbers.
    func listed(in group: Identifier<Group>) throws -> [Reception]
    /// Those of a group who are inside.
    func inside(of group: Identifier<Group>) throws -> [Reception]
    /// What somebody was given or declined, as far as it stands, by identifier.
    func help(of id: Identifier<Reception>) throws -> [Help]
    /// What somebody was referred for and was not taken back, by identifier.
    func referrals(of id: Identifier<Reception>) throws -> [Referral]
    /// What somebody claimed of their belongings, by identifier.
    func claims(of id: Identifier<Reception>) throws -> [PropertyClaim]
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
    /// A version of a survey; the newest where none is said, retired or not.
    func survey(_ code: String, version: Int?) throws -> Survey?
    /// The newest version of each survey that is asked.
    func surveys() throws -> [Survey]
    /// What somebody answered to a survey, or that they were not reached.
    func surveyTaken(_ code: String, of id: Identifier<Reception>) throws -> SurveyTaken?
    /// An alarm that rings now for whoever acts; nil where none does.
    func alert(_ tag: AlarmTag) throws -> Alert?
    /// What was made of an alarm of this tag, now or before.
    func alarmMark(_ tag: AlarmTag) throws -> AlarmMark?
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
    /// Whether what waits is this very act: of its kind, with equal parameters.
    func asks(_ pending: PendingAct, for act: any Act) throws -> Bool
    /// What about a subject waits, or waited, for a second officer.
    func pendings(about subject: Int) throws -> [PendingAct]
    /// The members of a family who wait at a point, by ticket.
    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception]

    // MARK: People

    /// Every reception of a person, by identifier.
    func receptions(of person: Identifier<Person>) throws -> [Reception]
    /// Everybody of a family, wherever they are, by identifier.
    func family(_ family: Identifier<Reception>) throws -> [Reception]
    /// A call.
    func call(_ id: Identifier<Call>) throws -> Call?
    /// What was ticked in somebody's lanes, the oldest first.
    func ticks(of id: Identifier<Reception>) throws -> [LaneTick]
    /// The last paper of a kind that was issued for somebody, void or not.
    func lastPaper(_ kind: PaperKind, of id: Identifier<Reception>) throws -> Paper?
    /// Somebody asks for the person at the gate, and nobody has asked the person.
    func isAskedFor(_ person: Reception, on day: CivilDate) throws -> Bool
    /// Nobody else inside has the number that the person has.
    func isNumberFree(_ person: Reception) throws -> Bool
    /// Whether it was changed who an adult is, after somebody said that a child is theirs.
    func isSomebodyElse(_ adult: Identifier<Reception>, since tick: LaneTick) throws -> Bool
    /// Who else has typed about somebody and not saved, the last first, as far as whoever acts may
    /// know.
    func draftOwners(about person: Reception, on day: CivilDate) throws -> [DraftOwner]
    /// Whether whoever acts may know what an officer has typed about somebody.
    func isDraftTold(of owner: Identifier<Officer>, about person: Reception, on day: CivilDate)
        throws -> Bool

    // MARK: Groups and points

    /// How many people of a group are where. O(1).
    func counts(of group: Identifier<Group>) throws -> GroupCounts
    /// The people inside a point. O(1).
    func countInside(at point: PointCode) throws -> Int
    /// Who of these is inside beyond doubt, by position.
    func alreadyInside(_ people: [PersonData]) throws -> [Int: OpenReception]
    /// People of a group who may be the one that is being added, as far as whoever acts may know.
    func similar(to person: PersonData, in group: Identifier<Group>) throws -> [Identifier<
        Reception
    >]
    /// A point, or none where the code is no point's.
    func pointIfAny(_ code: PointCode) throws -> ReceivingPoint?
    /// How many people are inside a point or looked for, and how many of its groups are not
    /// concluded.
    func presence(at point: PointCode) throws -> (people: Int, groups: Int)
    /// Whether this machine has a zone of that name.
    func isZoneKnown(_ name: String) -> Bool

    /// What stays at a point when its shift ends, as far as whoever acts may know.
    func remains(at point: ReceivingPoint) throws -> ShiftRemains
    /// The number of whoever's step is due first; nil where nothing has an hour. O(people inside).
    func nextDue(at point: ReceivingPoint) throws -> Int?
    /// The hand-over of a point that was signed and waits to be received.
    func waitingHandOver(at point: PointCode) throws -> HandOver?

    // MARK: Officers and catalogues

    /// An officer, as the store has them.
    func officer(_ id: Identifier<Officer>) throws -> Officer?
    /// An officer with what their roles allow now.
    func acting(_ id: Identifier<Officer>) throws -> Officer?
    /// Every officer.
    func officers() throws -> [Officer]
    /// The desks that an officer has, with whom they hold.
    func attended(by officer: Identifier<Officer>) throws -> [AttendedDesk]
    /// Whether an officer has a password that they chose themselves.
    func hasOwnPassword(_ officer: Identifier<Officer>) throws -> Bool
    /// Who gave these officers their identities in the last day, and who gave theirs to those.
    func lineage(of officers: [Identifier<Officer>]) throws -> Lineage
    /// The store's own entries of a list.
    func entries(of catalogue: String) throws -> [CatalogueEntry]
    /// What the rules of one entry read: the whole of a list whose letters must differ, else that
    /// entry alone.
    func entries(of catalogue: String, about code: String) throws -> [CatalogueEntry]
    /// The interview's closed lists as they stand in the store.
    func lists() throws -> FormLists
    /// The same, with the municipalities where an answer names one.
    func lists(for answers: [ProfileField: String], of person: Reception) throws -> FormLists

    // MARK: Acts

    /// An act as the journal has it. Throws `unknownAct`. O(facts of its subjects).
    func done(_ act: Identifier<any Act>) throws -> DoneAct
    /// Whether whoever acts may know of an act at all.
    func isSeen(_ act: Identifier<any Act>) throws -> Bool
    /// What waits, or waited, since an act. Throws `unknownAct`.
    func pending(_ act: Identifier<any Act>) throws -> PendingAct
    /// What an act left to a second officer, read anew. Throws `unknownAct`.
    func asked(by act: Identifier<any Act>) throws -> AskedAct

    // MARK: Rights and archive

    /// A request about somebody's data.
    func rightsRequest(_ id: Identifier<RightsRequest>) throws -> RightsRequest?
    /// The days on which terms run.
    func workingDays() throws -> WorkingDays
    /// How long files are kept; nil while nobody has set it.
    func archiveSeries() throws -> ArchiveSeries?
    /// Removals after which the file was not packed yet.
    func unpackedRemovals() throws -> [Removal]
    /// Of whom a certificate stands whose CURP goes to IMSS with the next list, at most so many.
    func owedToIMSS(atMost most: Int) throws -> [Reception]
    /// The receptions past their years in the office. O(receptions).
    func dueToBlock(_ series: ArchiveSeries, on day: CivilDate) throws -> [Reception]
    /// What is past all its years, and all that goes with it. O(receptions).
    func dueToRemove(_ series: ArchiveSeries, on day: CivilDate) throws -> RemovalDue
}

extension Facts {
    /// Whoever acts leads shifts; in practice whoever teaches does too.
    var leads: Bool { officer.acting(isDrill: isDrill).leads }
    /// Through whose eyes: what whoever acts may not know of is not there.
    package var reader: Reader { Reader(officer, isDrill: false) }
}
