package dev.chatstream.app;

import dev.chatstream.core.model.ModelChoice;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.run.RunHost;
import dev.chatstream.run.RunRefused;
import dev.chatstream.store.HostsFile;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.file.DataRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// The servers of a run: those that its plan names, and an engine of its own where it wants one. Close it to end that
/// engine.
public final class RunServers implements AutoCloseable {

  private final Options options;
  private final DataRoot root;
  private final Map<String, String> environment;
  private final Hosts hosts;
  private EngineServer engine;

  /// @param root where the choices of the last time stand
  public RunServers(Options options, DataRoot root, Map<String, String> environment) {
    this.options = options;
    this.root = root;
    this.environment = environment;
    this.hosts = new Hosts(new HostsFile(root)::read, environment, Keys.of(environment), Logger::warn);
  }

  /// Where a run goes when nobody says otherwise.
  public String usual() {
    return options.embedded()
        ? RunPlan.EMBEDDED
        : Parts.address(options, environment, new StateFile(root).read().state().host());
  }

  /// The model that answered the last time, empty when none did; that of the built-in engine where that is to answer.
  public String usualModel() {
    return options.embedded() ? engineModel() : new StateFile(root).read().state().model();
  }

  private String engineModel() {
    try {
      return Parts.engine(options, environment).model().name();
    } catch (EngineException refused) {
      Logger.warn(refused.sentence());
      return ""; // Starting it says so.
    }
  }

  /// Brings them up.
  ///
  /// @param names as a plan has them
  /// @param progress gets a line now and then while the engine starts
  public List<RunHost> open(List<String> names, Consumer<String> progress) throws RunRefused, InterruptedException {
    List<RunHost> opened = new ArrayList<>();
    for (String name : names) {
      opened.add(name.equals(RunPlan.EMBEDDED) ? engine(progress) : known(name));
    }
    return opened;
  }

  /// Those of these servers that are not this machine, each with its address.
  ///
  /// @param names as a plan has them
  public List<String> strangers(List<String> names) throws RunRefused {
    List<String> strangers = new ArrayList<>();
    for (String name : names) {
      if (!name.equals(RunPlan.EMBEDDED)) {
        Endpoint endpoint = lookUp(name).server().endpoint();
        String address = endpoint.uri().toString();
        if (!endpoint.isLoopback()) {
          strangers.add(address.contains(name) ? address : name + " at " + address);
        }
      }
    }
    return strangers;
  }

  /// Why the built-in engine can't answer for these models, as a sentence; empty when it can. It is not started for it.
  public Optional<String> engineLacks(List<String> models) {
    String has = engineModel();
    return models.stream().filter(model -> !has.isEmpty() && !ModelChoice.names(model, has)).findFirst()
        .map(model -> "The built-in engine has " + has + ", not " + model + ".");
  }

  /// The servers that the person gave a name.
  public List<String> names() {
    return hosts.all();
  }

  private Hosts.Known lookUp(String name) throws RunRefused {
    try {
      return hosts.known(name);
    } catch (ModelException wrong) {
      throw new RunRefused(RunRefused.Kind.NO_MODEL, wrong.error().happened());
    }
  }

  private RunHost known(String name) throws RunRefused {
    Hosts.Known known = lookUp(name);
    return new RunHost(known.label(), () -> {
      try {
        return hosts.known(name).server();
      } catch (ModelException changed) {
        Logger.warn("{}: {}", name, changed.error().happened());
        return known.server();
      }
    });
  }

  private RunHost engine(Consumer<String> progress) throws RunRefused, InterruptedException {
    if (engine == null) {
      try {
        Engine.Starter starter = Engine.starter(Parts.engine(options, environment));
        EngineProgress heard = new EngineProgress(progress);
        engine = new EngineServer(starter.start(ChatState.DEFAULT_CONTEXT, heard), starter, heard);
      } catch (EngineException failed) {
        throw new RunRefused(RunRefused.Kind.NO_MODEL, failed.sentence());
      } catch (ModelException failed) {
        throw new RunRefused(RunRefused.Kind.NO_MODEL, failed.error().happened());
      }
    }
    EngineServer started = engine;
    return new RunHost("built-in engine", () -> started);
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
