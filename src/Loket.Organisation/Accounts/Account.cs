using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>With what a member of staff signs in: a password, and a code from an app that only this person has.</summary>
internal sealed class Account(StaffId staffId) : IVersioned
{
    public StaffId StaffId { get; private init; } = staffId;

    /// <summary>Salted and slow; null until the account was started.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>The secret shared with the app, sealed with the tenant's key.</summary>
    public byte[]? CodeKey { get; private set; }

    /// <summary>Whether a code of the app has been right once; until then the secret is shown at signing in.</summary>
    public bool CodeConfirmed { get; private set; }

    /// <summary>The step of the last code that was used, so that a code is good for one time.</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Keyed digest of the code with which the account may be started.</summary>
    [NotPersonal("a digest")]
    public byte[]? StartCode { get; private set; }

    public Instant? StartCodeUntil { get; private set; }

    public int Version { get; private set; }

    /// <summary>Starts over: what was known before no longer works.</summary>
    public void AwaitStart(byte[] startCode, Instant until)
    {
        (PasswordHash, CodeKey, CodeConfirmed, LastCodeStep) = (null, null, false, 0);
        (StartCode, StartCodeUntil) = (startCode, until);
    }

    public bool MayStartAt(Instant now) => StartCode is not null && now < StartCodeUntil;

    public void Start(string passwordHash, byte[] codeKey)
    {
        (PasswordHash, CodeKey) = (passwordHash, codeKey);
        (StartCode, StartCodeUntil) = (null, null);
    }

    /// <summary>Started by a plan, with a secret that the app knows already.</summary>
    public void StartConfirmed(string passwordHash, byte[] codeKey)
    {
        Start(passwordHash, codeKey);
        CodeConfirmed = true;
    }

    public void ChangePassword(string passwordHash) => PasswordHash = passwordHash;

    public void UseCode(long step) => (LastCodeStep, CodeConfirmed) = (step, true);
}

/// <summary>A code on paper, for when the app is lost; gone after use.</summary>
internal sealed class RecoveryCode
{
    public required StaffId StaffId { get; init; }

    /// <summary>Keyed digest.</summary>
    public required byte[] Hash { get; init; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasKey(account => account.StaffId);
        builder.Property(account => account.PasswordHash).HasMaxLength(200);
        builder.HasOne<Staff>().WithOne().HasForeignKey<Account>(account => account.StaffId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(code => new { code.StaffId, code.Hash });
    }
}
