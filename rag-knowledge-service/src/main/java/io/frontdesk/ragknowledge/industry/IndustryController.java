package io.frontdesk.ragknowledge.industry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.industry.RemovePack.Removal;
import io.frontdesk.ragknowledge.pack.Pack;
import io.frontdesk.ragknowledge.pack.PackSheet.Catalogue;
import io.frontdesk.ragknowledge.pack.Packs;
import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.ragknowledge.refusal.RefusalRule;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/industries")
class IndustryController {

    private final Packs packs;
    private final InstallPack installPack;
    private final RemovePack removePack;
    private final Installations installations;
    private final Tenancy tenancy;

    IndustryController(
            Packs packs,
            InstallPack installPack,
            RemovePack removePack,
            Installations installations,
            Tenancy tenancy) {
        this.packs = packs;
        this.installPack = installPack;
        this.removePack = removePack;
        this.installations = installations;
        this.tenancy = tenancy;
    }

    @GetMapping
    Industries list() {
        tenancy.require();
        var installed = installations.versions();
        return new Industries(
                packs.newest().stream().map(pack -> Industry.of(pack, installed)).toList());
    }

    @GetMapping("/{name}")
    Details get(@PathVariable String name) {
        tenancy.require();
        var pack = pack(name);
        return new Details(
                Industry.of(pack, installations.versions()),
                pack.sheet().catalogue(),
                pack.articles().stream().map(Pack.Article::title).toList(),
                pack.refusals(),
                pack.questions().size());
    }

    @Operation(summary = "Installs a pack, or upgrades it; 200 if there was nothing to do")
    @PostMapping("/{name}/installations")
    ResponseEntity<Installation> install(
            @PathVariable String name, @RequestBody(required = false) @Nullable Wanted wanted) {
        var outcome = installPack.install(name, wanted == null ? null : wanted.version());
        return ResponseEntity.status(outcome.changed() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(outcome.installation());
    }

    @Operation(summary = "The tenant's installation of the pack: one or none")
    @GetMapping("/{name}/installations")
    InstallationsOfPack installations(@PathVariable String name) {
        tenancy.require();
        var installed = installPack.find(name).stream().toList();
        if (installed.isEmpty()) {
            pack(name);
        }
        return new InstallationsOfPack(installed);
    }

    @Operation(summary = "Removes what the pack brought and nobody has changed")
    @DeleteMapping("/{name}/installation")
    Removal remove(@PathVariable String name) {
        return removePack.remove(name);
    }

    /**
     * One that is installed may since have gone from the shelf; one that never was there is 404.
     */
    private Pack pack(String name) {
        return packs.find(name, null)
                .orElseThrow(() -> new IndustryNotFound("There is no industry pack of this name."));
    }

    /** The version to install; the newest if absent. */
    record Wanted(@Nullable Version version) {}

    record Industries(List<Industry> items) {}

    record InstallationsOfPack(List<Installation> items) {}

    /** A pack in short; {@code installedVersion} is absent where it is not installed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Industry(
            String name,
            String title,
            String summary,
            List<String> languages,
            Version version,
            @Nullable Version installedVersion) {

        static Industry of(Pack pack, Map<String, Version> installed) {
            var sheet = pack.sheet();
            return new Industry(
                    sheet.name(),
                    sheet.title(),
                    sheet.summary(),
                    sheet.languages(),
                    sheet.version(),
                    installed.get(sheet.name()));
        }
    }

    /** A pack with all that it holds; prices and hours are examples. */
    record Details(
            Industry industry,
            Catalogue catalogue,
            List<String> documents,
            List<RefusalRule> refusals,
            int questions) {}
}
