package io.mapscope.weaver;

import static io.mapscope.weaver.Call.THIS;
import static io.mapscope.weaver.Call.constant;
import static io.mapscope.weaver.Recorder.ALLOCATION;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.call;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves that tell what a map allocates beyond the nodes of counted puts. They sit where something
 * is allocated, and cost nothing where nothing is.
 */
public final class Allocations {
  /** The method is about to return an ordinary node in the place of a tree node. */
  public static final Weave NODE_MADE =
      new AtReturn(Call.of(ALLOCATION, "nodes", "(" + OBJECT + "I)V", THIS, constant(1)));

  /** The method is about to return a tree node in the place of an ordinary node. */
  public static final Weave TREE_NODE_MADE =
      new AtReturn(Call.of(ALLOCATION, "otherNodes", "(" + OBJECT + "I)V", THIS, constant(1)));

  /** The method is about to return a tree node for an entry counted as an ordinary node. */
  public static final Weave TREE_NODE_INSERTED =
      new AtReturn(Call.of(ALLOCATION, "treeNodeInserted", "(" + OBJECT + ")V", THIS));

  /** The method has filled an empty map: it holds nothing but new nodes. */
  public static final Weave FILLED =
      new AtReturn(Call.of(ALLOCATION, "nodes", "(" + OBJECT + "I)V", THIS, Call.SIZE));

  private Allocations() {}

  /** Each call of one of {@code methods} makes a node. */
  public static Weave nodesBy(String... methods) {
    return new NodeCounting("nodes", NodeCounting.Evidence.CALL, List.of(methods));
  }

  /** Each call of one of the puts {@code methods} that returns null has made a node. */
  public static Weave nodesByAbsent(String... methods) {
    return new NodeCounting("nodes", NodeCounting.Evidence.ABSENT, List.of(methods));
  }

  /** Each call of one of {@code methods} makes a node of the other kind. */
  public static Weave otherNodesBy(String... methods) {
    return new NodeCounting("otherNodes", NodeCounting.Evidence.CALL, List.of(methods));
  }

  /** Each construction of one of the nested {@code classes} is a node. */
  public static Weave nodesOf(String... classes) {
    return new NodeCounting("nodes", NodeCounting.Evidence.CONSTRUCTION, List.of(classes));
  }

  /** Each construction of one of the nested {@code classes} is a tree node, or as big as one. */
  public static Weave treeNodesOf(String... classes) {
    return new NodeCounting("otherNodes", NodeCounting.Evidence.CONSTRUCTION, List.of(classes));
  }

  /** Each call of {@code put} into a tree that returns null has made a tree node. */
  public static Weave treeNodesByAbsent(String put) {
    return new NodeCounting("otherNodes", NodeCounting.Evidence.ABSENT, List.of(put));
  }

  /** The same where the entry is counted as an ordinary node besides. */
  public static Weave treeNodesInsertedBy(String put) {
    return new NodeCounting("treeNodesInserted", NodeCounting.Evidence.ABSENT, List.of(put));
  }

  /** HashMap's {@code treeifyBin} has made a tree; it need not, a small table is enlarged. */
  public static Weave treeBinsBy(String method) {
    return new NodeCounting("treeBins", NodeCounting.Evidence.CALL, List.of(method));
  }

  /** The same for ConcurrentHashMap, whose trees have a class of their own. */
  public static Weave treeBinsOf(String nestedClass) {
    return new NodeCounting("treeBins", NodeCounting.Evidence.CONSTRUCTION, List.of(nestedClass));
  }

  /** Before the field {@code table} is set, tells the recorder of the new array. */
  public static Weave tables() {
    return new Tables();
  }

  private record Tables() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String desc) {
          if (opcode == Opcodes.PUTFIELD && name.equals("table") && owner.equals(method.owner())) {
            super.visitInsn(Opcodes.DUP2);
            call(mv, ALLOCATION, "table", "(" + OBJECT + "[" + OBJECT + ")V");
          }
          super.visitFieldInsn(opcode, owner, name, desc);
        }
      };
    }
  }
}
