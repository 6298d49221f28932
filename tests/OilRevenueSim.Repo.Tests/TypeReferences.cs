using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace OilRevenueSim.Repo.Tests;

/// <summary>A type that refers to another of the same assembly.</summary>
/// <param name="FromNamespace">Namespace of the outermost type that refers.</param>
/// <param name="From">Outermost type that refers.</param>
/// <param name="ToNamespace">Namespace of the outermost type referred to.</param>
/// <param name="To">Outermost type referred to.</param>
internal readonly record struct TypeReference(string FromNamespace, string From, string ToNamespace, string To);

/// <summary>Reads from compiled code which types of an assembly refer to which: signatures, attributes and IL.</summary>
/// <remarks>
/// Compiled code is read rather than <c>using</c> lines because a namespace sees its parent's children without any.
/// A constant leaves no trace in compiled code and is not seen.
/// </remarks>
internal sealed class TypeReferences : ISignatureTypeProvider<object?, bool>
{
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly HashSet<TypeReference> found = [];
    private TypeDefinitionHandle current;

    private TypeReferences(PEReader image)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
    }

    /// <summary>All references between types of the assembly in a file, in ordinal order.</summary>
    public static IReadOnlyList<TypeReference> In(string assemblyPath)
    {
        using var assembly = new PEReader(File.OpenRead(assemblyPath));
        var reader = new TypeReferences(assembly);
        foreach (var type in reader.metadata.TypeDefinitions)
        {
            reader.current = type;
            reader.ReadType(reader.metadata.GetTypeDefinition(type));
        }

        return [.. reader.found.OrderBy(r => r.ToString(), StringComparer.Ordinal)];
    }

    private void ReadType(TypeDefinition type)
    {
        Note(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Note(metadata.GetInterfaceImplementation(implemented).Interface);
        }

        ReadAttributes(type.GetCustomAttributes());
        ReadConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(this, genericContext: false);
            ReadAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            property.DecodeSignature(this, genericContext: false);
            ReadAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            method.DecodeSignature(this, genericContext: false);
            ReadAttributes(method.GetCustomAttributes());
            ReadConstraints(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                ReadBody(image.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void ReadAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Note(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void ReadConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(metadata.GetGenericParameter))
        {
            foreach (var constraint in parameter.GetConstraints())
            {
                Note(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void ReadBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, genericContext: false);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Note(region.CatchType);
        }

        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var value = first == 0xFE ? unchecked((short)(0xFE00 | code.ReadByte())) : first;
            switch (Operands[value])
            {
                case OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType:
                    Note((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += targets * 4;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Note(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, false);
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Note(specification.Method);
                specification.DecodeSignature(this, genericContext: false);
                break;
            case HandleKind.MemberReference:
                Note(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
        }
    }

    private void Add(TypeDefinitionHandle to)
    {
        var (fromNamespace, from) = Outermost(current);
        var (toNamespace, name) = Outermost(to);
        if (fromNamespace.Length > 0 && toNamespace.Length > 0 && (from, fromNamespace) != (name, toNamespace))
        {
            found.Add(new TypeReference(fromNamespace, from, toNamespace, name));
        }
    }

    private (string Namespace, string Name) Outermost(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    object? ISignatureTypeProvider<object?, bool>.GetTypeFromSpecification(
        MetadataReader reader,
        bool genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    )
    {
        Note(handle);
        return null;
    }

    object? ISimpleTypeProvider<object?>.GetTypeFromDefinition(MetadataReader r, TypeDefinitionHandle h, byte k)
    {
        Add(h);
        return null;
    }

    object? ISimpleTypeProvider<object?>.GetTypeFromReference(MetadataReader r, TypeReferenceHandle h, byte k) => null;

    object? ISimpleTypeProvider<object?>.GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    object? ISZArrayTypeProvider<object?>.GetSZArrayType(object? elementType) => null;

    object? IConstructedTypeProvider<object?>.GetArrayType(object? elementType, ArrayShape shape) => null;

    object? IConstructedTypeProvider<object?>.GetByReferenceType(object? elementType) => null;

    object? IConstructedTypeProvider<object?>.GetGenericInstantiation(object? g, ImmutableArray<object?> a) => null;

    object? IConstructedTypeProvider<object?>.GetPointerType(object? elementType) => null;

    object? ISignatureTypeProvider<object?, bool>.GetFunctionPointerType(MethodSignature<object?> signature) => null;

    object? ISignatureTypeProvider<object?, bool>.GetGenericMethodParameter(bool context, int index) => null;

    object? ISignatureTypeProvider<object?, bool>.GetGenericTypeParameter(bool context, int index) => null;

    object? ISignatureTypeProvider<object?, bool>.GetModifiedType(object? modifier, object? type, bool required) =>
        null;

    object? ISignatureTypeProvider<object?, bool>.GetPinnedType(object? elementType) => null;
}
