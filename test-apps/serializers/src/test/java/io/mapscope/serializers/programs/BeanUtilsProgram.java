package io.mapscope.serializers.programs;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.beanutils.BeanUtils;

/** Fills a bean from a map. */
public final class BeanUtilsProgram {
  private static final Map<String, Object> MAP = new HashMap<>();

  /** A bean with one property. */
  public static final class Bean {
    private int size;

    public int getSize() {
      return size;
    }

    public void setSize(int size) {
      this.size = size;
    }
  }

  private BeanUtilsProgram() {}

  public static void main(String[] args) throws Exception {
    MAP.put("size", 7);
    Truth.of("MAP", "beanutils", MAP.size(), BeanUtilsProgram::populate);
  }

  private static long populate() throws Exception {
    Bean bean = new Bean();
    BeanUtils.populate(bean, MAP);
    return bean.getSize() == 7 ? Truth.UNSEEN : 0;
  }
}
