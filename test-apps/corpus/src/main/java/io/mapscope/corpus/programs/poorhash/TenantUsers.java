package io.mapscope.corpus.programs.poorhash;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Users of four tenants, keyed by a class whose hash code is the tenant's alone.
 *
 * <p>The agent sees 2,000 entries of a ConcurrentHashMap in four bins, all of them trees. The fixed
 * form hashes the user too, so that no two have the same hash code.
 */
@Label(
    name = "tenant-users",
    rules = "poor-hash",
    map = "roleByUser",
    also = "hot-bin",
    source = "rules.md, poor-hash: part of the key left out of hashCode")
public final class TenantUsers implements CorpusProgram {
  private static final int TENANTS = 4;
  private static final int USERS = 500;

  private final ConcurrentMap<Object, String> roleByUser = new ConcurrentHashMap<>();

  private record TenantHashed(int tenant, int user) {
    @Override
    public int hashCode() {
      return tenant;
    }
  }

  private record Hashed(int tenant, int user) {
    @Override
    public int hashCode() {
      return USERS * tenant + user;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      for (int user = 0; user < USERS; user++) {
        roleByUser.put(key(fixed, tenant, user), "reader");
      }
    }
    Crew.work(deadline, 2, () -> look(fixed));
  }

  private void look(boolean fixed) {
    final ThreadLocalRandom random = ThreadLocalRandom.current();
    roleByUser.get(key(fixed, random.nextInt(TENANTS), random.nextInt(USERS)));
  }

  private static Object key(boolean fixed, int tenant, int user) {
    return fixed ? new Hashed(tenant, user) : new TenantHashed(tenant, user);
  }
}
