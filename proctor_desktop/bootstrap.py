"""The one place where everything is built and wired; nothing is built at import."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from proctor_desktop.engine.executors import open_workers
from proctor_desktop.engine.segmented import SegmentedEngine
from proctor_desktop.services.analyses import AnalysisService
from proctor_desktop.services.api_keys import ApiKeys
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.clips import ClipService
from proctor_desktop.services.enrolment import EnrolmentService
from proctor_desktop.services.exam_times import ExamTimeService
from proctor_desktop.services.jobs import JobQueue
from proctor_desktop.services.live import LiveService
from proctor_desktop.services.packages import PackageService
from proctor_desktop.services.recomputing import RecomputeService
from proctor_desktop.services.recordings import RecordingService
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import RetentionService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.signatures import SignatureService
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.services.verification import VerificationService
from proctor_desktop.settings import Settings
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import FILE_NAME, Database
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.repositories.jobs import StoredJobs
from proctor_desktop.storage.repositories.keys import StoredApiKeys
from proctor_desktop.storage.repositories.workstation_keys import CentralKeys
from proctor_desktop.storage.sealing import Sealer, master_key
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing_keys import SigningKeys
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.sync.synchronizer import Synchronizer


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case, ready to be called."""

    settings: Settings
    database: Database
    store: Store
    engine: SegmentedEngine
    analyses: AnalysisService
    live: LiveService
    reports: ReportService
    packages: PackageService
    verification: VerificationService
    reviews: ReviewService
    retention: RetentionService
    bin: BinService
    recordings: RecordingService
    clips: ClipService
    queue: JobQueue
    keys: ApiKeys
    synchronizer: Synchronizer
    recomputing: RecomputeService
    exam_times: ExamTimeService
    upkeep: UpkeepService
    signatures: SignatureService

    def database_kind(self) -> str:
        """``sqlite`` or ``mysql``, after a round trip.

        Raises:
            StorageError: the database does not answer.
        """
        migration.check(self.database)
        return self.database.engine.dialect.name

    def use_server(self, settings: Settings) -> None:
        """Exchange with the server that these settings name; no exchange may run meanwhile."""
        self.synchronizer.use(_centre(settings, self.database), settings.sync)

    def close(self) -> None:
        """Give back connections and worker processes."""
        self.upkeep.close()
        self.synchronizer.close()
        self.engine.close()
        self.database.close()


def server_options(settings: Settings) -> ServerOptions:
    """The centre's MySQL server as the settings name it."""
    return ServerOptions(
        host=settings.mysql_host,
        port=settings.mysql_port,
        user=settings.mysql_user,
        password=settings.mysql_password.get_secret_value(),
        database=settings.mysql_database,
        ssl_ca=settings.mysql_ssl_ca,
        verify_host_name=settings.mysql_verify_identity,
    )


def open_database(settings: Settings, *, is_service: bool) -> Database:
    """The service keeps its reports on the MySQL server where one is named, else in a file."""
    if is_service and settings.mysql_host:
        return Database.server(server_options(settings))
    return Database.local(settings.folder / FILE_NAME)


def open_store(settings: Settings, database: Database) -> Store:
    """Units of work on a database, signed with the key of this workstation where it is a file."""
    if database.path is None:
        return Store(database)
    sealed = settings.keep.encrypt_evidence
    sealer = partial(_master_sealer, settings)
    return Store(database, keys=SigningKeys(database.path.parent, sealer, is_sealed=sealed))


def open_signatures(settings: Settings, database: Database) -> SignatureService:
    """Who signed what, without anything else being built."""
    return SignatureService(open_store(settings, database))


def build_enrolment(database: Database) -> EnrolmentService:
    """Whose key is whose, at the centre's database.

    Raises:
        StorageError: it has no tables for keys yet.
    """
    return EnrolmentService(CentralKeys(database))


def build(
    settings: Settings, *, is_service: bool = True, engine: SegmentedEngine | None = None
) -> Services:
    """Services over one database, whose tables are made or brought up to date on the way.

    Args:
        settings: of all sources.
        is_service: whether this is the REST service; a workstation always keeps a file of its own
            and exchanges reports with the server.
        engine: one that is there already; made if absent.

    Raises:
        StorageError: the database cannot be used.
    """
    database = open_database(settings, is_service=is_service)
    migration.upgrade(database)
    store = open_store(settings, database)
    store.catch_up()
    evidence = EvidenceFolder(settings.folder / "evidence", _sealer(settings))
    retention = RetentionService(store, evidence, default_days=settings.keep.retention_days)
    engine = engine or build_engine(settings)
    analyses = build_analyses(settings, engine)
    bin = BinService(store, retention, days=settings.keep.bin_days)
    reports = ReportService(store, evidence, retention, bin)
    reviews, recordings = ReviewService(store, settings.review), RecordingService(store)
    recomputing = RecomputeService(reports, analyses)
    return Services(
        settings=settings,
        database=database,
        store=store,
        engine=engine,
        analyses=analyses,
        live=build_live(settings, analyses),
        reports=reports,
        packages=PackageService(store, evidence, reports),
        verification=VerificationService(store, evidence),
        reviews=reviews,
        retention=retention,
        bin=bin,
        recordings=recordings,
        clips=ClipService(reports, reviews, recordings),
        queue=JobQueue(StoredJobs(database), settings.queue),
        keys=ApiKeys(StoredApiKeys(store)),
        synchronizer=Synchronizer(store, evidence, _centre(settings, database), settings.sync),
        recomputing=recomputing,
        exam_times=ExamTimeService(store, reports, recomputing),
        upkeep=UpkeepService(store, retention, bin),
        signatures=SignatureService(store),
    )


def build_analyses(settings: Settings, engine: SegmentedEngine) -> AnalysisService:
    """Analysing without keeping anything: needs no database."""
    return AnalysisService(
        engine,
        folder=settings.folder,
        evidence=settings.evidence,
        min_free_mb=settings.keep.min_free_mb,
        grab=engine.pictures,
        better_sampling=engine.better_sampling,
    )


def build_live(settings: Settings, analyses: AnalysisService, *, keep: bool = True) -> LiveService:
    """Live sessions; without keeping, only those that name a file are recorded."""
    captures = settings.folder / "captures" if keep else None
    return LiveService(analyses, captures, settings.evidence)


def build_engine(settings: Settings) -> SegmentedEngine:
    """Where recordings are analysed; workers are started with the first one."""
    return SegmentedEngine(partial(open_workers, settings.engine))


def _centre(settings: Settings, database: Database) -> ServerOptions:
    """The server to exchange reports with; none where they are kept on it already."""
    return server_options(settings) if database.path is not None else ServerOptions()


def _sealer(settings: Settings) -> Sealer | None:
    return _master_sealer(settings) if settings.keep.encrypt_evidence else None


def _master_sealer(settings: Settings) -> Sealer:
    named = settings.keep.key_file
    return Sealer(master_key(Path(named) if named else None))
