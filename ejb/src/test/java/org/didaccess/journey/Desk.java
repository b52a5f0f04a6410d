package org.didaccess.journey;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.application.AgreementDrafting;
import org.didaccess.agreement.application.AgreementService;
import org.didaccess.agreement.application.AgreementViews;
import org.didaccess.agreement.infrastructure.AgreementGateway;
import org.didaccess.agreement.infrastructure.AgreementList;
import org.didaccess.agreement.infrastructure.JpaAgreementRepository;
import org.didaccess.application.ApplicationRecords;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.application.ApplicationActs;
import org.didaccess.application.application.ApplicationProgressService;
import org.didaccess.application.application.ApplicationRecordsService;
import org.didaccess.application.application.ApplicationService;
import org.didaccess.application.application.ApplicationViews;
import org.didaccess.application.application.DraftRows;
import org.didaccess.application.application.Readers;
import org.didaccess.application.application.SelectionViews;
import org.didaccess.application.application.Submissions;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.infrastructure.ApplicationQueries;
import org.didaccess.application.infrastructure.GuardSubmissions;
import org.didaccess.application.infrastructure.JpaApplicationRepository;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.application.CatalogueService;
import org.didaccess.catalogue.infrastructure.CatalogueGateway;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.CheapSecret;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.application.Assessor;
import org.didaccess.governance.application.GovernanceService;
import org.didaccess.governance.application.ReviewViews;
import org.didaccess.governance.infrastructure.DecisionGateway;
import org.didaccess.governance.infrastructure.PanelGateway;
import org.didaccess.governance.infrastructure.ReviewQueries;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.application.PeopleService;
import org.didaccess.identity.infrastructure.GuardAuthorisation;
import org.didaccess.identity.infrastructure.JdbcDirectory;
import org.didaccess.identity.infrastructure.PeopleGateway;
import org.didaccess.register.RegisterUseCases;
import org.didaccess.register.application.RegisterService;
import org.didaccess.register.infrastructure.RegisterGateway;
import org.didaccess.shared.infrastructure.Database;

/**
 * The product's services wired by hand over one database: who acts is chosen with {@link #as}. Each
 * act is one transaction; tickets are issued over a connection of their own, as in the server.
 */
final class Desk implements AutoCloseable {

  static final String SECRET = "a long demonstration secret";

  private final EphemeralDatabase database = EphemeralDatabase.fresh();
  private final Connection connection;
  private final EntityManagerFactory factory;
  private final EntityManager entities;
  private final List<Object> events = new ArrayList<>();
  private final Caller caller = new Caller();
  final PeopleUseCases people;
  final CatalogueUseCases catalogue;
  final ApplicationUseCases applications;
  final GovernanceUseCases governance;
  final AgreementUseCases agreements;
  final RegisterUseCases register;

  Desk() throws SQLException {
    connection = database.connect("did_app");
    DataSource shared = OneConnection.of(connection);
    factory =
        Persistence.createEntityManagerFactory(
            "did-access",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", shared,
                "jakarta.persistence.jtaDataSource", shared,
                "eclipselink.weaving", "false",
                "eclipselink.logging.level", "SEVERE"));
    entities = factory.createEntityManager();
    Database sql = new Database(shared);
    Clock clock = Clock.systemUTC();
    Directory directory = new JdbcDirectory(sql);
    Authorisation authorisation =
        new GuardAuthorisation(new Database(database.as("did_app")), caller);
    CatalogueService catalogueService =
        new CatalogueService(new CatalogueGateway(sql), authorisation, events::add, clock);
    people =
        new PeopleService(new PeopleGateway(sql), directory, caller, authorisation, events::add);
    catalogue = catalogueService;
    ApplicationRepository repository = new JpaApplicationRepository(entities);
    GuardSubmissions submissions = new GuardSubmissions(sql);
    ApplicationQueries queries = new ApplicationQueries(sql, clock);
    ApplicationViews views =
        new ApplicationViews(
            repository, submissions, new SelectionViews(catalogue, directory), directory, clock);
    ApplicationActs acts =
        new ApplicationActs(
            repository, queries, submissions, audit(sql), events::add, caller, clock);
    applications =
        new ApplicationService(
            repository,
            queries,
            views,
            new Readers(caller, directory, catalogue),
            new DraftRows(repository, catalogue, clock),
            new Submissions(repository, submissions, authorisation, clock),
            acts,
            directory,
            caller);
    ApplicationProgressService progress = new ApplicationProgressService(repository, queries, acts);
    PanelGateway panel = new PanelGateway(sql);
    DecisionGateway decisions = new DecisionGateway(sql);
    governance =
        new GovernanceService(
            new ReviewQueries(sql, clock),
            panel,
            decisions,
            applications,
            progress,
            new Assessor(submissions, progress, decisions),
            new ReviewViews(catalogue, progress, panel, decisions, directory, caller, clock),
            authorisation,
            caller,
            events::add);
    ApplicationRecords records = new ApplicationRecordsService(repository, queries, views, acts);
    JpaAgreementRepository agreementRepository = new JpaAgreementRepository(entities);
    AgreementGateway ledger = new AgreementGateway(sql);
    AgreementList list = new AgreementList(sql, clock);
    agreements =
        new AgreementService(
            agreementRepository,
            ledger,
            list,
            new AgreementViews(ledger, list, records, directory, caller),
            new AgreementDrafting(
                agreementRepository, ledger, records, directory, authorisation, events::add, clock),
            authorisation,
            caller,
            events::add,
            clock);
    register = new RegisterService(new RegisterGateway(sql, clock));
  }

  /** Appends to the real trail. */
  private static AuditRecorder audit(Database sql) {
    return (kind, id, act, actor, body) ->
        sql.value(
            "SELECT audit.record(?, ?, ?, ?, ?)",
            Long.class,
            kind,
            id,
            act,
            actor,
            body.toString());
  }

  /** The next acts are this person's. */
  Desk as(String login) {
    caller.login = login;
    return this;
  }

  /** Who acts now. */
  UUID me() {
    return caller.id();
  }

  /** One act in one transaction; an act within an act belongs to it. */
  <T> T act(Supplier<T> act) {
    if (entities.getTransaction().isActive()) {
      return act.get();
    }
    entities.getTransaction().begin();
    entities.unwrap(Connection.class);
    try {
      T result = act.get();
      entities.getTransaction().commit();
      return result;
    } catch (RuntimeException failure) {
      entities.getTransaction().rollback();
      throw failure;
    } finally {
      entities.clear();
    }
  }

  /** One act in one transaction. */
  void run(Runnable act) {
    act(
        () -> {
          act.run();
          return null;
        });
  }

  /** The person acts with {@link #SECRET}, and each act takes little time. */
  void giveCheapSecret(UUID person) throws SQLException {
    CheapSecret.give(database, person, SECRET);
  }

  /** What was told, by kind. */
  <T> List<T> told(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The first administrator's token, as the launcher obtains it. */
  String found(String login) throws SQLException {
    try (Connection owner = database.connect("did_owner");
        PreparedStatement found = owner.prepareStatement("SELECT guard.found(?)")) {
      found.setString(1, login);
      try (ResultSet row = found.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    entities.close();
    factory.close();
    connection.close();
  }

  /** The person who acts, with the roles that a sign-in gives. */
  private final class Caller implements CurrentPerson {
    private String login;

    @Override
    public UUID id() {
      return new Database(database.as("did_app"))
          .value("SELECT id FROM ledger.person WHERE login = ?", UUID.class, login);
    }

    @Override
    public String login() {
      return login;
    }

    @Override
    public boolean has(String role) {
      return new Database(database.as("did_auth"))
          .list("SELECT role FROM guard.sign_in_roles(?)", row -> row.getString(1), login)
          .contains(role);
    }
  }
}
