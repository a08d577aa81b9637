package io.mapscope.runtime.management;

import io.mapscope.profile.MapProfile;
import java.io.IOException;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.ImmutableDescriptor;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/**
 * The management bean: open types throughout, with a description of every attribute, operation,
 * parameter and column, which beans made from an interface do not have.
 *
 * <p>What a user does wrong comes back as an {@link IllegalArgumentException} whose message says
 * what would be right.
 */
final class MapscopeBean implements DynamicMBean {
  /** Rows of the attribute {@code Maps}: what people and consoles can still look at. */
  static final int MOST_MAPS = 1_000;

  private final AgentAccess agent;
  private final MBeanInfo info = newInfo();

  MapscopeBean(AgentAccess agent) {
    this.agent = agent;
  }

  private static MBeanInfo newInfo() {
    return new OpenMBeanInfoSupport(
        MapscopeBean.class.getName(),
        "What happens to the maps of this JVM",
        BeanAttribute.ALL.stream().map(BeanAttribute::info).toArray(OpenMBeanAttributeInfo[]::new),
        new OpenMBeanConstructorInfo[0],
        BeanOperation.ALL.stream().map(BeanOperation::info).toArray(OpenMBeanOperationInfo[]::new),
        null,
        new ImmutableDescriptor("mxbean=true", "immutableInfo=true"));
  }

  /** The first {@code most} maps of the report. */
  static TabularData maps(AgentAccess agent, int most) {
    List<MapProfile> maps = agent.report().maps();
    return MapsTable.TABLE.of(maps.subList(0, Math.min(Math.max(0, most), maps.size())));
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return info;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    return attribute(name).value().apply(agent);
  }

  private static BeanAttribute attribute(String name) throws AttributeNotFoundException {
    for (BeanAttribute attribute : BeanAttribute.ALL) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    throw new AttributeNotFoundException("there is no attribute " + name);
  }

  @Override
  public void setAttribute(Attribute wanted)
      throws AttributeNotFoundException, InvalidAttributeValueException {
    BeanAttribute attribute = attribute(wanted.getName());
    if (!attribute.writable()) {
      throw new AttributeNotFoundException("the attribute " + attribute.name() + " is read only");
    }
    try {
      agent.setBudget(String.valueOf(wanted.getValue()));
    } catch (IllegalArgumentException refused) {
      throw new InvalidAttributeValueException(refused.getMessage());
    }
  }

  /** As the interface wants it: what cannot be had is left out. */
  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList values = new AttributeList();
    for (String name : names) {
      for (BeanAttribute attribute : BeanAttribute.ALL) {
        if (attribute.name().equals(name)) {
          values.add(new Attribute(name, attribute.value().apply(agent)));
        }
      }
    }
    return values;
  }

  /** As the interface wants it: what cannot be set is left out. */
  @Override
  public AttributeList setAttributes(AttributeList wanted) {
    AttributeList set = new AttributeList();
    for (Attribute attribute : wanted.asList()) {
      try {
        setAttribute(attribute);
        set.add(attribute);
      } catch (AttributeNotFoundException | InvalidAttributeValueException leftOut) {
        continue;
      }
    }
    return set;
  }

  @Override
  public @Nullable Object invoke(
      String name, @Nullable Object @Nullable [] arguments, @Nullable String @Nullable [] signature)
      throws MBeanException, ReflectionException {
    String[] classNames = signature == null ? new String[0] : signature;
    for (BeanOperation operation : BeanOperation.ALL) {
      if (operation.name().equals(name) && operation.takes(classNames)) {
        return call(operation, arguments == null || arguments.length == 0 ? null : arguments[0]);
      }
    }
    throw new ReflectionException(
        new NoSuchMethodException(name + "(" + String.join(", ", classNames) + ")"));
  }

  private @Nullable Object call(BeanOperation operation, @Nullable Object argument)
      throws MBeanException {
    try {
      return operation.call().call(agent, argument);
    } catch (IllegalArgumentException | NullPointerException refused) {
      throw new MBeanException(
          new IllegalArgumentException(refused.getMessage()), refused.getMessage());
    } catch (IOException problem) {
      throw new MBeanException(problem, problem.getMessage());
    }
  }
}
